### As contas como a equipe as vê: a lista, uma conta e o que se faz com ela.

## On both

admin-yes = Sim
admin-no = Não
admin-account-inactive = Inativa
admin-account-leaving = Será apagada
admin-account-superuser = Superusuário
admin-account-staff = Equipe
admin-account-unverified = Não verificado
admin-account-active = Pode entrar

## The list

admin-accounts-title = Contas
admin-accounts-new = Nova conta
admin-accounts-submit = Buscar
admin-accounts-back = Voltar às contas
admin-accounts-found = Contas encontradas
admin-accounts-q = Nome de usuário, e-mail, telefone ou id
admin-accounts-q-help = O começo basta.
admin-accounts-verified = Endereço verificado
admin-accounts-verified-one = Pelo menos um
admin-accounts-verified-none = Nenhum
admin-accounts-staff-only = Só a equipe
admin-accounts-staff-none = Sem a equipe
admin-accounts-superuser-only = Só superusuários
admin-accounts-superuser-none = Sem superusuários
admin-accounts-joined-since = Criada a partir de
admin-accounts-login-since = Acesso a partir de
admin-accounts-login-before = Sem acesso desde

## One account

admin-account-created = A conta foi criada.
admin-account-edited = A conta foi salva.
admin-account-protected = Esta é a conta de um superusuário. Só superusuários podem alterá-la.
admin-account-identifiers = Como se entra nela
admin-account-pending = À espera do código para mudar para
admin-account-doubted = A confirmar depois da redefinição
admin-account-about = Sobre a conta
admin-account-sessions = Onde ela está aberta
admin-account-all-sessions = Todas as sessões
admin-account-nowhere = Em lugar nenhum.
admin-account-device = Dispositivo
admin-account-ip = Endereço IP
admin-account-codes = Códigos a caminho
admin-account-tries = Tentativas erradas
admin-account-by-staff = pela equipe
admin-account-by-shell = pela linha de comando

## The form of an account

admin-account-new-intro = Informe pelo menos um identificador. A conta não tem senha até que seu dono defina uma.
admin-account-new-submit = Criar a conta
admin-account-edit-title = Editar { $name }
admin-account-edit-intro = Um endereço alterado precisa ser verificado de novo, e o anterior é avisado. Uma mudança de permissões encerra todas as sessões da conta.
admin-account-back = Voltar à conta
admin-account-active-help = Sem isso, todas as sessões da conta são encerradas na hora.
admin-account-staff-help = Pode usar estas páginas.
admin-account-superuser-help = Pode fazer tudo aqui, com qualquer conta.
admin-account-superuser-is-staff = Um superusuário também é da equipe.
admin-account-send = Enviar uma mensagem para definir uma senha
admin-account-send-help = Para o endereço de e-mail ou, na falta dele, para o número de telefone. Sem ela, o próprio dono pede uma.
admin-account-send-nowhere = Informe também um endereço: a mensagem vai para lá.

## What is done to it, each on a page of its own: what the button says, what it does, and what is said once it is done

admin-act-title = { $act }: { $name }
admin-account-channel = Endereço
admin-act-verify = Verificar um endereço
admin-act-verify-what = Faça isso só se souber que o endereço é do dono da conta: depois, a senha pode ser redefinida por ele. Os códigos a caminho para ele perdem o efeito.
admin-act-verify-done = O endereço foi verificado.
admin-act-reset = Enviar uma redefinição de senha
admin-act-reset-what = O dono recebe a mensagem de sempre, com um código para definir uma nova senha. Até lá, vale a anterior.
admin-act-reset-done = A mensagem está a caminho.
admin-act-reset-inactive = Esta conta não pode entrar. Ative-a primeiro.
admin-act-reset-other = Este endereço não permite redefinir a senha: a conta não o tem, ou outro está verificado.
admin-act-reset-nowhere = Esta conta não tem nenhum endereço para o envio.
admin-act-end-sessions = Encerrar todas as sessões
admin-act-end-sessions-what = Todas as sessões da conta são encerradas na hora. O dono pode entrar de novo.
admin-act-end-sessions-done = As sessões foram encerradas.
admin-act-activate = Ativar
admin-act-activate-what = A conta pode entrar de novo, com a senha que tinha.
admin-act-activate-done = A conta está ativa.
admin-act-deactivate = Desativar
admin-act-deactivate-what = Todas as sessões da conta são encerradas na hora, e ela não pode entrar até que alguém a ative de novo. Nada dela se perde.
admin-act-deactivate-done = A conta está inativa.
admin-act-delete = Apagar
admin-act-delete-what = Tudo da conta desaparece agora e para sempre: identificadores, perfil, sessões e atividade. Ninguém pode recuperá-la, e o dono não é avisado.
admin-act-delete-done = A conta foi apagada.
