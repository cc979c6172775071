### Por que alguém não consegue entrar: para a equipe.

explain-title = Por que não funciona?
explain-intro = O que o programa entende por um identificador, e o que aconteceu em um pedido. Sua pergunta fica anotada no registro da conta.
explain-submit = Explicar
explain-request = Ou o id de um pedido
explain-request-help = O X-Request-Id da resposta que alguém recebeu.
explain-one-of-both = Informe um identificador ou um pedido, não os dois.
explain-request-unknown = Nada foi anotado neste pedido. São anotados os acessos, as senhas e os códigos recusados e as mudanças nas contas; não uma resposta 429 (tentativas demais) nem 422 (um formulário com erros): o log do servidor tem uma linha com este id, e um identificador mostra suas esperas.

## Sections

explain-answers = O que se diz à pessoa
explain-reading = Como é lido
explain-backends = O que dizem os backends, nesta ordem
explain-account = Conta
explain-limits = Limites e esperas
explain-messages = Para onde iriam as mensagens
explain-in-request = No pedido { $request }

## Facts

explain-right-password = Senha certa
explain-wrong-password = Senha errada
explain-let-in = { $status }: entra
explain-refused = { $status }: { $why }
explain-other-shape = Pela forma, não
explain-not-here = Não se usa aqui
explain-read = { $stored }, encontrado como { $canonical }
explain-if-right = Aceita se a senha estiver certa; se não, abstém-se
explain-denies = Nega: { $why }
explain-passes = Abstém-se: { $why }
explain-passes-no_use = Abstém-se: este tipo não lhe serve
explain-passes-nobody = Abstém-se: não encontra ninguém
explain-passes-inactive = Abstém-se: a conta está inativa
explain-passes-no_password = Abstém-se: a conta não tem senha
explain-id = Id
explain-state = Estado
explain-active = Ativa
explain-verified = { $address }, verificado
explain-not-verified = { $address }, não verificado
explain-password = Senha
explain-rehashed = { $format }, será guardada de novo no próximo acesso
explain-last-login = Último acesso
explain-delete-at = Será apagada
explain-failures = Senhas erradas seguidas
explain-failures-of = { $failures }; as esperas começam depois de { $limit }
explain-waits = Nada é conferido até
explain-code = { $purpose }: errados seguidos: { $failures }; restam: { $left } { $until }
explain-sending = Próximo código em { $seconds } s; mais { $hour } nesta hora, { $day } hoje
explain-purpose-verify = Para verificá-lo
explain-purpose-reset = Para redefinir a senha
explain-purpose-login = Para entrar
explain-purpose-change = Para mudar para ele
explain-event = { $event }, de { $ip }
explain-nobody = Nenhuma: não se tratava de ninguém, ou a conta não existe mais

## Reasons, which nobody else is told

explain-reason-blank = nada foi informado
explain-reason-throttled = senhas erradas demais; é preciso esperar
explain-reason-not_an_identifier = não pode ser o identificador de ninguém
explain-reason-no_account = essa conta não existe
explain-reason-no_backend = nenhum backend deixa a conta entrar por isto
explain-reason-denied = um backend nega
explain-reason-inactive = a conta está inativa
explain-reason-no_password = a conta não tem senha
explain-reason-unreadable_password = a senha está guardada em uma forma que não é lida
explain-reason-hidden = nada da conta está verificado, e não se revela quais endereços são conhecidos
explain-reason-unverified = é preciso verificar um endereço primeiro
explain-reason-wrong_password = a senha está errada

## Messages

explain-asked-reset = Redefinir a senha
explain-asked-login = Código para entrar
explain-asked-verify_email = Verificar o e-mail
explain-asked-verify_phone = Verificar o telefone
explain-sent = { $message } para { $to }
explain-unsent-off = Para lugar nenhum: está desligado
explain-unsent-no_account = Para lugar nenhum: essa conta não existe
explain-unsent-inactive = Para lugar nenhum: a conta está inativa
explain-unsent-no_address = Para lugar nenhum: a conta não tem esse endereço
explain-unsent-not_proved = Para lugar nenhum: nenhum endereço dela está verificado para isso
explain-unsent-proved = Para lugar nenhum: já está verificado
explain-unsent-needs_owner = Para lugar nenhum: só o dono, depois de entrar, pode verificá-lo
