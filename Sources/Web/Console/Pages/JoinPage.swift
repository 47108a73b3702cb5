import Gateway
import Hummingbird
import Storage

/// Where somebody with an invitation chooses name and password, and gets the phone to make codes.
struct JoinPage: ConsolePage {
    let frame: Frame
    let token: String
    /// The sentence that says what the invitation is for.
    let offer: String
    let isNewcomer: Bool
    let typedName: String
    /// What is wrong with each field; nil where nothing is.
    let wrongName: String?
    let wrongPassword: String?
    let wrongAgain: String?
    let wrongCode: String?
    let secret: String
    let link: String

    init(_ offer: StaffDesk.Offer, _ visit: Visit, objections: [StaffDesk.Objection] = []) {
        let texts = visit.texts
        frame = Frame(
            offer.name == nil ? "join" : "renew", visit,
            objections: objections.map { objection in
                let field = objection == .nameTaken ? "name" : objection.rawValue
                return Frame.Objection(field: field, sentence: texts["objection.\(objection.rawValue)"])
            })
        token = visit.parameters["token"] ?? ""
        isNewcomer = offer.name == nil
        self.offer =
            offer.name.map { texts["renewOffer", $0] }
            ?? texts["joinOffer", texts["role.\(offer.role.rawValue)"]]
        typedName = visit.field("name")
        let wrong = Dictionary(frame.objections.map { ($0.field, $0.sentence) }) { first, _ in first }
        wrongName = wrong["name"]
        wrongPassword = wrong["password"]
        wrongAgain = wrong["again"]
        wrongCode = wrong["code"]
        secret = offer.codes.text
        link = offer.codes.link
    }

    static let template = """
        <p class="lead">{{offer}}</p>
        <form method="post" action="/console/join/{{token}}" class="sheet">
        <input type="hidden" name="form" value="{{frame.form}}">
        {{#isNewcomer}}
        <div class="field">
        <label for="name">{{frame.t.signInName}}</label>
        <p class="hint" id="name-hint">{{frame.t.nameHint}}</p>
        {{#wrongName}}<p class="wrong" id="name-wrong">{{.}}</p>{{/wrongName}}
        <input id="name" name="name"{{#wrongName}} aria-invalid="true"{{/wrongName}} value="{{typedName}}" autocomplete="username" autocapitalize="none"
         spellcheck="false" aria-describedby="name-hint{{#wrongName}} name-wrong{{/wrongName}}" required maxlength="40">
        </div>
        {{/isNewcomer}}
        <div class="field">
        <label for="password">{{frame.t.newPassword}}</label>
        <p class="hint" id="password-hint">{{frame.t.passwordHint}}</p>
        {{#wrongPassword}}<p class="wrong" id="password-wrong">{{.}}</p>{{/wrongPassword}}
        <input id="password" name="password" type="password"{{#wrongPassword}} aria-invalid="true"{{/wrongPassword}} autocomplete="new-password"
         aria-describedby="password-hint{{#wrongPassword}} password-wrong{{/wrongPassword}}" required minlength="12" maxlength="200">
        </div>
        <div class="field">
        <label for="again">{{frame.t.passwordAgain}}</label>
        {{#wrongAgain}}<p class="wrong" id="again-wrong">{{.}}</p>{{/wrongAgain}}
        <input id="again" name="again" type="password"{{#wrongAgain}} aria-invalid="true"{{/wrongAgain}}
         {{#wrongAgain}}aria-describedby="again-wrong"{{/wrongAgain}} autocomplete="new-password" required>
        </div>
        <fieldset>
        <legend>{{frame.t.phone}}</legend>
        <p>{{frame.t.phoneHelp}}</p>
        <p class="secret" translate="no">{{secret}}</p>
        <p><a href="{{link}}">{{frame.t.openApp}}</a></p>
        <div class="field">
        <label for="code">{{frame.t.firstCode}}</label>
        <p class="hint" id="code-hint">{{frame.t.firstCodeHint}}</p>
        {{#wrongCode}}<p class="wrong" id="code-wrong">{{.}}</p>{{/wrongCode}}
        <input id="code" name="code"{{#wrongCode}} aria-invalid="true"{{/wrongCode}} class="short" inputmode="numeric" autocomplete="one-time-code"
         aria-describedby="code-hint{{#wrongCode}} code-wrong{{/wrongCode}}" required>
        </div>
        </fieldset>
        <button>{{frame.t.finish}}</button>
        </form>
        """
}

/// The recovery codes of whoever has just joined, shown this once.
struct JoinedPage: ConsolePage {
    let frame: Frame
    let codes: [String]

    static let template = """
        <p class="lead">{{frame.t.recoveryHelp}}</p>
        <ul class="codes" translate="no">
        {{#codes}}
        <li>{{.}}</li>
        {{/codes}}
        </ul>
        <p><a class="button" href="/console">{{frame.t.kept}}</a></p>
        """
}

extension ConsoleHandlers {
    func joinForm(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let offer = try await gateway.staff.offer(visit.parameters["token"] ?? "") else {
            return fault(.noInvitation, visit)
        }
        return show(JoinPage(offer, visit), visit)
    }

    func join(_ visit: Visit) async throws -> ConsoleAnswer {
        let token = visit.parameters["token"] ?? ""
        let wish = StaffDesk.Wish(
            name: visit.field("name"), password: visit.field("password"), again: visit.field("again"),
            code: visit.field("code"))
        switch try await gateway.staff.join(token, wish, from: visit.address) {
        case .done(let token, let recoveryCodes):
            var answer = show(JoinedPage(frame: Frame("recovery", visit), codes: recoveryCodes), visit)
            answer.token = token
            return answer
        case .objected(let objections):
            guard let offer = try await gateway.staff.offer(token) else { return fault(.noInvitation, visit) }
            return show(JoinPage(offer, visit, objections: objections), visit, .unprocessableContent)
        case .unknown: return fault(.noInvitation, visit)
        case .crowded: return fault(.crowded, visit)
        }
    }
}
