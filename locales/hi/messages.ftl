### ईमेल और टेक्स्ट संदेश। हर संदेश किन चीज़ों का उपयोग कर सकता है, यह locales/en/messages.ftl में है।
### $time यहाँ हमेशा परसर्ग के साथ आता है, इसलिए message-hours में "घंटे" है।

## What all share

message-hello = नमस्ते { $name },
message-hello-you = नमस्ते,
message-code = आपका कोड
message-or-link = अगर बटन काम न करे, तो यह पता खोलें:
message-or-link-text = या यह पता खोलें:
message-both-good-for = कोड और लिंक { $time } के भीतर एक बार काम करते हैं।
message-code-good-for = कोड { $time } के भीतर एक बार काम करता है।
message-link-good-for = लिंक { $time } के भीतर एक बार काम करता है।
message-minutes =
    { $count ->
        [one] { $count } मिनट
       *[other] { $count } मिनट
    }
message-hours =
    { $count ->
        [one] { $count } घंटे
       *[other] { $count } घंटे
    }
message-days =
    { $count ->
        [one] { $count } दिन
       *[other] { $count } दिन
    }
message-when = कब
message-ip = नेटवर्क पता
message-never = { $host } से कोई भी आपसे यह कोड कभी नहीं माँगेगा।
message-footer = { $host } द्वारा भेजा गया। इस संदेश के उत्तर पढ़े नहीं जाते।

## To verify an address

message-verify_email-subject = अपना ईमेल पता सत्यापित करें
message-verify_email-title = अपना ईमेल पता सत्यापित करें
message-verify_email-lead = यह पता आपका है, यह दिखाने के लिए { $host } पर यह कोड लिखें।
message-verify_email-button = यह पता सत्यापित करें
message-verify_email-unasked = अगर आपने { $host } को यह पता नहीं दिया, तो आपको कुछ नहीं करना है: कोड के बिना कुछ नहीं होगा।
message-verify_phone-sms =
    { $timed ->
        [yes] { $code }: { $host } पर यह नंबर सत्यापित करने का आपका कोड, { $time } तक मान्य। इसे किसी को न बताएँ।
       *[no] { $code }: { $host } पर यह नंबर सत्यापित करने का आपका कोड। इसे किसी को न बताएँ।
    }

## To set a new password

message-reset_password-subject = नया पासवर्ड बनाएँ
message-reset_password-title = नया पासवर्ड बनाएँ
message-reset_password-lead = किसी ने, शायद आपने ही, { $host } पर आपके खाते के लिए नया पासवर्ड बनाने का अनुरोध किया है। यह कोड वहाँ लिखें।
message-reset_password-button = नया पासवर्ड बनाएँ
message-reset_password-unasked = अगर वह आप नहीं थे, तो आपको कुछ नहीं करना है: जब तक किसी को कोड पता नहीं चलता, आपका पासवर्ड वैसा ही रहेगा।
message-reset_password-sms =
    { $timed ->
        [yes] { $code }: { $host } पर नया पासवर्ड बनाने का आपका कोड, { $time } तक मान्य। आप नहीं थे? अनदेखा करें। इसे किसी को न बताएँ।
       *[no] { $code }: { $host } पर नया पासवर्ड बनाने का आपका कोड। आप नहीं थे? अनदेखा करें। इसे किसी को न बताएँ।
    }

## To sign in with a code

message-login_code-subject = साइन इन करने का आपका कोड
message-login_code-title = इस कोड से साइन इन करें
message-login_code-lead = अपने खाते में साइन इन करने के लिए { $host } पर यह कोड लिखें।
message-login_code-button = साइन इन करें
message-login_code-unasked = अगर आप अभी साइन इन नहीं कर रहे हैं, तो यह कोड किसी को न दें। इसके बिना कोई प्रवेश नहीं कर सकता।
message-login_code-sms =
    { $timed ->
        [yes] { $code }: { $host } में साइन इन करने का आपका कोड, { $time } तक मान्य। आप नहीं थे? इसे किसी को न बताएँ।
       *[no] { $code }: { $host } में साइन इन करने का आपका कोड। आप नहीं थे? इसे किसी को न बताएँ।
    }

## To change an address

message-change_email-subject = अपने नए ईमेल पते की पुष्टि करें
message-change_email-title = अपने नए ईमेल पते की पुष्टि करें
message-change_email-lead = { $host } पर यह कोड लिखें, और तब से आपका खाता इस पते का उपयोग करेगा।
message-change_email-button = इस पते का उपयोग करें
message-change_email-unasked = अगर { $host } पर आपका खाता नहीं है, तो किसी ने अपना पता ग़लत लिख दिया है। आपको कुछ नहीं करना है: कोड के बिना कुछ नहीं होगा।
message-change_phone-sms =
    { $timed ->
        [yes] { $code }: { $host } पर आपके खाते में इस नंबर का उपयोग करने का आपका कोड, { $time } तक मान्य। इसे किसी को न बताएँ।
       *[no] { $code }: { $host } पर आपके खाते में इस नंबर का उपयोग करने का आपका कोड। इसे किसी को न बताएँ।
    }

## An address was changed: to the old one

message-email_changed-subject =
    { $how ->
        [removed] आपका ईमेल पता हटा दिया गया
       *[changed] आपका ईमेल पता बदल दिया गया
    }
message-email_changed-title = { message-email_changed-subject }
message-email_changed-lead =
    { $how ->
        [removed] { $host } पर आपके खाते में अब कोई ईमेल पता नहीं है। यह पता अब उस खाते का नहीं है।
       *[changed]
            { $shown ->
                [yes] { $host } पर आपका खाता अब { $new_email } का उपयोग करता है। यह पता अब उस खाते का नहीं है।
               *[no] { $host } पर आपका खाता अब किसी दूसरे ईमेल पते का उपयोग करता है। यह पता अब उस खाते का नहीं है।
            }
    }
message-email_changed-button = बदलाव वापस लें
message-email_changed-unasked =
    { $linked ->
        [yes] अगर यह आपने किया, तो आपको कुछ नहीं करना है। अगर वह आप नहीं थे, तो अभी इस लिंक से इसे वापस लें, और उसके बाद नया पासवर्ड बनाएँ।
       *[no] अगर यह आपने किया, तो आपको कुछ नहीं करना है। अगर वह आप नहीं थे, तो यहाँ नया पासवर्ड बनाएँ: { $site }/password/reset
    }
message-email_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] { $host } पर आपके खाते का ईमेल पता हटा दिया गया। आप नहीं थे? इसे वापस लें: { $link }
               *[changed] { $host } पर आपके खाते का ईमेल पता बदल दिया गया। आप नहीं थे? इसे वापस लें: { $link }
            }
       *[no]
            { $how ->
                [removed] { $host } पर आपके खाते का ईमेल पता हटा दिया गया। आप नहीं थे? नया पासवर्ड बनाएँ: { $site }/password/reset
               *[changed] { $host } पर आपके खाते का ईमेल पता बदल दिया गया। आप नहीं थे? नया पासवर्ड बनाएँ: { $site }/password/reset
            }
    }

message-phone_changed-subject =
    { $how ->
        [removed] आपका फ़ोन नंबर हटा दिया गया
       *[changed] आपका फ़ोन नंबर बदल दिया गया
    }
message-phone_changed-title = { message-phone_changed-subject }
message-phone_changed-lead =
    { $how ->
        [removed] { $host } पर आपके खाते में अब कोई फ़ोन नंबर नहीं है। पहले का नंबर अब उस खाते का नहीं है।
       *[changed]
            { $shown ->
                [yes] { $host } पर आपका खाता अब नंबर { $new_phone } का उपयोग करता है। पहले का नंबर अब उस खाते का नहीं है।
               *[no] { $host } पर आपका खाता अब किसी दूसरे फ़ोन नंबर का उपयोग करता है। पहले का नंबर अब उस खाते का नहीं है।
            }
    }
message-phone_changed-button = बदलाव वापस लें
message-phone_changed-unasked = { message-email_changed-unasked }
message-phone_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] { $host } पर आपके खाते का फ़ोन नंबर हटा दिया गया। आप नहीं थे? इसे वापस लें: { $link }
               *[changed]
                    { $shown ->
                        [yes] { $host } पर आपके खाते का फ़ोन नंबर बदलकर { $new_phone } कर दिया गया। आप नहीं थे? इसे वापस लें: { $link }
                       *[no] { $host } पर आपके खाते का फ़ोन नंबर बदल दिया गया। आप नहीं थे? इसे वापस लें: { $link }
                    }
            }
       *[no]
            { $how ->
                [removed] { $host } पर आपके खाते का फ़ोन नंबर हटा दिया गया। आप नहीं थे? नया पासवर्ड बनाएँ: { $site }/password/reset
               *[changed]
                    { $shown ->
                        [yes] { $host } पर आपके खाते का फ़ोन नंबर बदलकर { $new_phone } कर दिया गया। आप नहीं थे? नया पासवर्ड बनाएँ: { $site }/password/reset
                       *[no] { $host } पर आपके खाते का फ़ोन नंबर बदल दिया गया। आप नहीं थे? नया पासवर्ड बनाएँ: { $site }/password/reset
                    }
            }
    }

## In the place of those two, when somebody else proved the address or number to be theirs

message-address_released-subject = आपके खाते से एक पता निकाल दिया गया
message-address_released-title = आपके खाते से एक पता निकाल दिया गया
message-address_released-lead = { $host } पर आपके खाते का एक ईमेल पता या फ़ोन नंबर, जिसे आपने कभी सत्यापित नहीं किया, किसी और का है, जिसने उसे सत्यापित कर दिया है। उसे आपके खाते से निकाल दिया गया। बाकी सब वैसा ही है।
message-address_released-button = अपना खाता देखें
message-address_released-unasked = आपको कुछ नहीं करना है। अगर वह पता फिर भी आपका है, तो साइन इन करें और उसे फिर से जोड़ें।
message-address_released-sms = यह नंबर { $host } के एक खाते से निकाल दिया गया: किसी ने सत्यापित किया कि यह उनका है। आप नहीं थे? देखें: { $site }/account

## The password was changed

message-password_changed-subject = आपका पासवर्ड बदल दिया गया
message-password_changed-title = आपका पासवर्ड बदल दिया गया
message-password_changed-lead = { $host } पर आपके खाते का पासवर्ड बदल दिया गया, और आपके दूसरे डिवाइस साइन आउट कर दिए गए।
message-password_changed-button = नया पासवर्ड बनाएँ
message-password_changed-unasked =
    { $linked ->
        [yes] अगर आपने इसे बदला, तो आपको कुछ नहीं करना है। अगर वह आप नहीं थे, तो कोई और आपके खाते में घुस गया है: अभी नया पासवर्ड बनाएँ।
       *[no] अगर आपने इसे बदला, तो आपको कुछ नहीं करना है। अगर वह आप नहीं थे, तो कोई और आपके खाते में घुस गया है: अभी यहाँ नया पासवर्ड बनाएँ: { $site }/password/reset
    }
message-password_changed-sms =
    { $linked ->
        [yes] { $host } पर आपके खाते का पासवर्ड बदल दिया गया। आप नहीं थे? नया बनाएँ: { $link }
       *[no] { $host } पर आपके खाते का पासवर्ड बदल दिया गया। आप नहीं थे? नया बनाएँ: { $site }/password/reset
    }

## The account is deleted, or going to be

message-account_deleted-subject = आपका खाता हटा दिया गया
message-account_deleted-title = आपका खाता हटा दिया गया
message-account_deleted-lead = आपके अनुरोध पर { $host } पर आपका खाता और उससे जुड़ा सब कुछ हटा दिया गया। उसे वापस नहीं पाया जा सकता।
message-account_deleted-button = फिर से पंजीकरण करें
message-account_deleted-unasked = अगर यह आपने किया, तो आपको कुछ नहीं करना है। अगर वह आप नहीं थे, तो किसी को आपका पासवर्ड पता था: जहाँ भी आप वही पासवर्ड उपयोग करते हैं, वहाँ उसे बदल दें।
message-account_deleted-sms = आपके अनुरोध पर { $host } पर आपका खाता और उससे जुड़ा सब कुछ हटा दिया गया। आप नहीं थे? वह पासवर्ड जहाँ भी उपयोग करते हैं, बदल दें।

message-deletion_requested-subject = आपका खाता हटाया जाने वाला है
message-deletion_requested-title = आपका खाता हटाया जाने वाला है
message-deletion_requested-lead = आपने { $host } से अपना खाता हटाने का अनुरोध किया है। { $until } को वह, और उससे जुड़ा सब कुछ, मिट जाएगा। तब तक आप उसे रख सकते हैं: साइन इन करके बता दें।
message-deletion_requested-button = मेरा खाता रहने दें
message-deletion_requested-unasked =
    { $linked ->
        [yes] अगर यह आपने किया, तो आपको कुछ नहीं करना है। अगर वह आप नहीं थे, तो किसी को आपका पासवर्ड पता है: साइन इन करें, अपना खाता रहने दें, और नया पासवर्ड बनाएँ।
       *[no] अगर यह आपने किया, तो आपको कुछ नहीं करना है। अगर वह आप नहीं थे, तो किसी को आपका पासवर्ड पता है: साइन इन करें, अपना खाता रहने दें, और यहाँ नया पासवर्ड बनाएँ: { $site }/account/password
    }
message-deletion_requested-sms =
    { $linked ->
        [yes] { $host } पर आपका खाता { $until } को हटा दिया जाएगा। रखना चाहते हैं, या आप नहीं थे? साइन इन करें: { $link }
       *[no] { $host } पर आपका खाता { $until } को हटा दिया जाएगा। रखना चाहते हैं, या आप नहीं थे? साइन इन करें: { $site }/account/delete
    }

## Somebody tried to register with an address that is known

message-already_registered-subject = आपका खाता पहले से है
message-already_registered-title = आपका खाता पहले से है
message-already_registered-lead = किसी ने, शायद आपने ही, इस पते से { $host } पर पंजीकरण करने की कोशिश की। यह पता पहले से एक खाते का है, इसलिए कुछ नहीं बदला गया। अगर आप पासवर्ड भूल गए हैं, तो नया बना सकते हैं।
message-already_registered-button = साइन इन करें
message-already_registered-unasked = अगर वह आप नहीं थे, तो आपको कुछ नहीं करना है: वह जो भी था, उसे पता नहीं चला कि आपका खाता है।
message-already_registered-sms =
    { $linked ->
        [yes] किसी ने, शायद आपने ही, इस नंबर से { $host } पर पंजीकरण करने की कोशिश की। आपका खाता पहले से है। साइन इन करें: { $link }
       *[no] किसी ने, शायद आपने ही, इस नंबर से { $host } पर पंजीकरण करने की कोशिश की। आपका खाता पहले से है। साइन इन करें: { $site }/login
    }

## To take an address out of an account that never proved it

message-release_address-subject = अपना पता एक खाते से निकालें
message-release_address-title = क्या यह खाता आपका नहीं है?
message-release_address-lead = किसी ने इस पते से { $host } पर नया पासवर्ड बनाने का अनुरोध किया। यह पता एक खाते में है, पर वहाँ कभी सत्यापित नहीं हुआ, और उस खाते का एक दूसरा पता सत्यापित है। अगर वह खाता आपका नहीं है, तो यह कोड आपका पता उससे निकाल देता है, और आप ख़ुद इससे पंजीकरण कर सकते हैं।
message-release_address-button = मेरा पता निकालें
message-release_address-unasked = अगर खाता आपका है, तो उसके दूसरे पते से नया पासवर्ड माँगें। अगर आपने कुछ नहीं माँगा, तो आपको कुछ नहीं करना है।
message-release_address-sms = { $code } इस नंबर को { $host } के एक खाते से निकालता है जो आपका नहीं है। आपका है? उसके दूसरे पते से पासवर्ड रीसेट करें। इसे किसी को न बताएँ।

## To try out whether messages arrive

message-test-subject = { $host } की ओर से परीक्षण
message-test-title = { $host } के संदेश पहुँचते हैं
message-test-lead = { $host } की देखरेख करने वाले किसी व्यक्ति ने यह संदेश भिजवाया, यह देखने के लिए कि वहाँ के संदेश पहुँचते हैं या नहीं। यह संदेश पहुँच गया।
message-test-button = { $host } खोलें
message-test-unasked = आपको कुछ नहीं करना है। अगर आप { $host } को नहीं जानते, तो वहाँ किसी ने पता गलत लिख दिया: कोई खाता नहीं बनाया गया और आपका पता सहेजा नहीं गया।
message-test-sms = { $host } की ओर से परीक्षण: उसके SMS पहुँचते हैं। आपको कुछ नहीं करना है।
