/** Stems and whole passwords that are tried first everywhere, and those that offices choose; compared without case, signs and trailing digits. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password passwort password password1234 passw0rd passw0rd1234 administrator adminadmin admin admin1234 admin123456
  adminpassword administrator1234 changeme changemenow changeme1234 letmein letmein1234 letmeinnow welcome welcome1234 welcometo
  iloveyou iloveyou1314 iloveyouforever woaini woaini1314 woaini520 woaini1314520 woaizhongguo zhongguo zhonghua
  qwerty qwertyuiop qwerty1234 qwerty123456 qwertyasdfgh asdfghjkl asdfgh zxcvbnm 1qaz2wsx3edc 1qaz2wsx 1q2w3e4r5t6y 1q2w3e4r5t q1w2e3r4t5y6
  zaq12wsx zaq1xsw2cde3 123456789012 1234567890123 123456789123 123123123123 123456123456 112233445566 111222333444 121212121212 123321123321
  000000000000 111111111111 666666666666 888888888888 123456abcdef abcdef123456 abc123456789 abcd1234abcd abc123abc123 a123456789 aa123456789
  luotang luotangjiedao luotangjiedao123 jiedao jiedaobanshichu linzhi linzhilinzhi shequ wuye wuyeguanli wanggeyuan loudongzhang
  monkey dragon football baseball superman batman sunshine princess shadow master michael jennifer starwars trustno1 computer internet
  secret secret1234 test testtest test1234 test123456 guest guestguest default rootroot root toor user useruser temp temporary
  p@ssw0rd pssw0rd pssw0rd1234 mypassword yourpassword thisismypassword correcthorsebatterystaple nopassword
  5201314 52013145201314 13145201314 7758521 7758521521 147258369 147258369000 159357456258 987654321098 98765432109 0987654321 09876543210
  taizhou jiangyan jiangsu jiangsusheng beijing shanghai wodemima mima mimamima woshishei xiaoxiao aini woxihuanni huanying`.split(
    /\s+/,
  ),
)
