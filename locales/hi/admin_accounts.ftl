### खाते, जैसे स्टाफ़ को दिखते हैं: सूची, एक खाता, और उसके साथ क्या किया जाता है।

## On both

admin-yes = हाँ
admin-no = नहीं
admin-account-inactive = निष्क्रिय
admin-account-leaving = हटाया जाएगा
admin-account-superuser = सुपरयूज़र
admin-account-staff = स्टाफ़
admin-account-unverified = असत्यापित
admin-account-active = साइन इन कर सकता है

## The list

admin-accounts-title = खाते
admin-accounts-new = नया खाता
admin-accounts-submit = खोजें
admin-accounts-back = खातों पर वापस
admin-accounts-found = मिले हुए खाते
admin-accounts-q = उपयोगकर्ता नाम, ईमेल, फ़ोन या आईडी
admin-accounts-q-help = शुरुआत का हिस्सा काफ़ी है।
admin-accounts-verified = सत्यापित पता
admin-accounts-verified-one = कम से कम एक
admin-accounts-verified-none = कोई नहीं
admin-accounts-staff-only = केवल स्टाफ़
admin-accounts-staff-none = स्टाफ़ को छोड़कर
admin-accounts-superuser-only = केवल सुपरयूज़र
admin-accounts-superuser-none = सुपरयूज़र को छोड़कर
admin-accounts-joined-since = इस दिन या बाद में जुड़े
admin-accounts-login-since = इस दिन या बाद में साइन इन
admin-accounts-login-before = इस दिन से साइन इन नहीं

## One account

admin-account-created = खाता बना दिया गया है।
admin-account-edited = खाता सहेज लिया गया है।
admin-account-protected = यह किसी सुपरयूज़र का खाता है। इसे केवल सुपरयूज़र बदल सकते हैं।
admin-account-identifiers = इससे कैसे साइन इन होता है
admin-account-pending = इसमें बदलने के लिए कोड की प्रतीक्षा
admin-account-doubted = रीसेट के बाद पुष्टि बाकी
admin-account-about = खाते के बारे में
admin-account-sessions = यह कहाँ-कहाँ साइन इन है
admin-account-all-sessions = सभी सत्र
admin-account-nowhere = कहीं नहीं।
admin-account-device = डिवाइस
admin-account-ip = IP पता
admin-account-codes = अभी चल रहे कोड
admin-account-tries = ग़लत कोशिशें
admin-account-by-staff = स्टाफ़ द्वारा
admin-account-by-shell = कमांड लाइन से

## The form of an account

admin-account-new-intro = कम से कम एक पहचान दें। जब तक खाते का स्वामी पासवर्ड नहीं बनाता, खाते का कोई पासवर्ड नहीं होता।
admin-account-new-submit = खाता बनाएँ
admin-account-edit-title = { $name } को संपादित करें
admin-account-edit-intro = बदले गए पते को फिर से सत्यापित करना होता है, और पुराने पते को सूचना दी जाती है। अधिकार बदलने पर खाता सब जगह से साइन आउट हो जाता है।
admin-account-back = खाते पर वापस
admin-account-active-help = इसके बिना खाता तुरंत सब जगह से साइन आउट हो जाता है।
admin-account-staff-help = इन पेजों का उपयोग कर सकता है।
admin-account-superuser-help = यहाँ हर खाते के साथ सब कुछ कर सकता है।
admin-account-superuser-is-staff = सुपरयूज़र स्टाफ़ में भी होता है।
admin-account-send = पासवर्ड बनाने का संदेश भेजें
admin-account-send-help = ईमेल पते पर, या वह न हो तो फ़ोन नंबर पर। इसके बिना स्वामी स्वयं संदेश माँगता है।
admin-account-send-nowhere = कोई पता भी दें: संदेश वहीं जाता है।

## What is done to it, each on a page of its own: what the button says, what it does, and what is said once it is done

admin-act-title = { $act }: { $name }
admin-account-channel = पता
admin-act-verify = पता सत्यापित करें
admin-act-verify-what = ऐसा केवल तब करें जब आप जानते हों कि पता खाते के स्वामी का है: इसके बाद उससे पासवर्ड रीसेट हो सकता है। उसके लिए चल रहे कोड निष्क्रिय हो जाते हैं।
admin-act-verify-done = पता सत्यापित कर दिया गया है।
admin-act-reset = पासवर्ड रीसेट भेजें
admin-act-reset-what = स्वामी को नया पासवर्ड बनाने के कोड वाला सामान्य संदेश मिलता है। तब तक पुराना पासवर्ड ही रहता है।
admin-act-reset-done = संदेश भेजा जा रहा है।
admin-act-reset-inactive = यह खाता साइन इन नहीं कर सकता। पहले इसे सक्रिय करें।
admin-act-reset-other = इस पते से पासवर्ड रीसेट नहीं हो सकता: यह पता खाते में नहीं है, या कोई दूसरा सत्यापित है।
admin-act-reset-nowhere = इस खाते का कोई पता नहीं है जिस पर भेजा जा सके।
admin-act-end-sessions = सभी सत्र समाप्त करें
admin-act-end-sessions-what = खाता तुरंत सब जगह से साइन आउट हो जाता है। उसका स्वामी फिर से साइन इन कर सकता है।
admin-act-end-sessions-done = सत्र समाप्त कर दिए गए हैं।
admin-act-activate = सक्रिय करें
admin-act-activate-what = खाता अपने पुराने पासवर्ड से फिर साइन इन कर सकता है।
admin-act-activate-done = खाता सक्रिय है।
admin-act-deactivate = निष्क्रिय करें
admin-act-deactivate-what = खाता तुरंत सब जगह से साइन आउट हो जाता है और तब तक साइन इन नहीं कर सकता, जब तक कोई उसे फिर से सक्रिय न करे। उसका कुछ भी नहीं मिटता।
admin-act-deactivate-done = खाता निष्क्रिय है।
admin-act-delete = हटाएँ
admin-act-delete-what = खाते का सब कुछ तुरंत और हमेशा के लिए मिट जाता है: पहचान, प्रोफ़ाइल, सत्र और गतिविधि। कोई इसे वापस नहीं ला सकता, और स्वामी को सूचना नहीं दी जाती।
admin-act-delete-done = खाता हटा दिया गया है।
