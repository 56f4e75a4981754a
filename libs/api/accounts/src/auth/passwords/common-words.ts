/**
 * What the passwords that leak most often are made of: words, names, teams and walks over the keyboard.
 * Digits and signs around them, doubled words and l33t spelling are dealt with where they are compared.
 */
const WORDS = `
  password passwort passwords passphrase motdepasse contrasena contraseña senha parola wachtwoord haslo
  kennwort geheim secret secrets topsecret admin administrator adminadmin root superuser sysadmin manager
  master user username guest demo test testing tester testtest example sample default temp temporary
  changeme change letmein letmeinnow login logmein welcome welcomeback hello helloworld hallo bonjour hola
  access accessdenied open opensesame enter unlock private public server system computer laptop internet
  network website windows microsoft google facebook instagram twitter youtube linkedin amazon apple iphone
  android samsung nokia sony playstation nintendo xbox pokemon pikachu minecraft fortnite roblox starcraft
  warcraft counterstrike callofduty zelda mario sonic qwerty qwertz azerty qwert asdf asdfgh zxcvbn abc
  abcd abcde abcdef trustno one iloveyou ilovehim iloveher iloveu loveyou loveme lovely lover love
  sweetheart sweety honey angel angels babygirl babyboy baby princess prince queen king kingdom flower
  flowers butterfly rainbow sunshine sunflower sunset moonlight starlight stardust summer winter spring
  autumn january february march april june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday dragon dragons monkey donkey tiger tigers lion eagle eagles
  falcon falcons panther phoenix wolf wolves dolphin dolphins shadow shadows ghost killer hunter ranger
  warrior knight ninja samurai pirate pirates wizard merlin gandalf matrix starwars skywalker jedi vader
  yoda batman superman spiderman ironman wolverine avengers joker hulk thor captain hannah harley davidson
  yamaha kawasaki honda toyota ferrari porsche mercedes corvette mustang camaro jaguar audi bmw football
  soccer baseball basketball hockey golf golfer tennis cricket rugby runner swimming liverpool arsenal
  chelsea barcelona realmadrid juventus bayern manchester united yankees redsox lakers cowboys steelers
  packers patriots broncos raiders bulls chicago london berlin paris newyork america england deutschland
  germany france mexico brasil brazil argentina canada australia india russia china japan texas california
  florida michael michelle jessica jennifer ashley amanda joshua matthew daniel andrew anthony jordan
  justin thomas robert william charlie george nicole samantha elizabeth victoria alexander alexandra
  alejandro benjamin christian christopher jonathan nicholas patrick richard stephanie sebastian maria
  martin melissa maggie buster pepper ginger cookie cookies chocolate banana orange strawberry cherry
  cheese pizza coffee vodka whatever nothing something anything everything forever always never friend
  friends friendship family mother father sister brother mylove mypassword mysecret myself america
  freedom liberty heaven jesus jesuschrist christ blessed blessing faith hope grace peace destiny
  success money business office company corporate finance support service helpdesk marketing sales
  project projects timer timetracker tracker timesheet dashboard activity backup database oracle mysql
  postgres postgresql redis docker cisco ubuntu linux debian metallica nirvana slipknot eminem beatles
  guitar music rockstar rocknroll purple yellow silver golden diamond diamonds emerald crystal blink
  cheer cheerleader creative genius hacker hacking zaphod zeppelin snoopy scooby garfield mickey mouse
  minnie disney tinkerbell bubbles pumpkin peanut muffin lollipop sweetpea kitten kitty hellokitty
  puppy doggie fuckyou fuckme fuckoff asshole bitch bastard biteme sexy pussy porn
`;

export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Rows of keyboards and of the alphabet, along which fingers walk; backwards too. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '!@#$%^&*()_+',
  'qwertyuiop[]asdfghjkl;zxcvbnm',
  'qwertzuiopüasdfghjklöäyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'asdfghjkl',
  'zxcvbnm,./',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  'qazwsxedcrfvtgbyhnujmikolp',
  'q1w2e3r4t5y6u7i8o9p0',
];

export const KEYBOARD_WALKS: readonly string[] = ROWS.flatMap((row) => [
  row,
  [...row].reverse().join(''),
]);
