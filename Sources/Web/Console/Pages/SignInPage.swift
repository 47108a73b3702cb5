import Gateway
import Hummingbird
import Storage

/// Where staff say who they are. Everything is asked at once, so that nobody learns which part was wrong.
struct SignInPage: ConsolePage {
    let frame: Frame
    let typedName: String

    init(_ visit: Visit, typedName: String = "", objection: String? = nil, done: String? = nil) {
        let objections = objection.map { [Frame.Objection(field: "name", sentence: $0)] } ?? []
        frame = Frame("signIn", visit, done: done, objections: objections)
        self.typedName = typedName
    }

    static let template = """
        <form method="post" action="/console/sign-in" class="sheet">
        <input type="hidden" name="form" value="{{frame.form}}">
        <div class="field">
        <label for="name">{{frame.t.signInName}}</label>
        <input id="name" name="name" value="{{typedName}}" autocomplete="username" autocapitalize="none"
         spellcheck="false" required>
        </div>
        <div class="field">
        <label for="password">{{frame.t.password}}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required>
        </div>
        <div class="field">
        <label for="code">{{frame.t.code}}</label>
        <p class="hint" id="code-hint">{{frame.t.codeHint}}</p>
        <input id="code" name="code" class="short" autocomplete="one-time-code" autocapitalize="none"
         spellcheck="false" aria-describedby="code-hint" required>
        </div>
        <button>{{frame.t.signIn}}</button>
        </form>
        <p class="quiet">{{frame.t.signInHelp}}</p>
        """
}

extension ConsoleHandlers {
    func signInForm(_ visit: Visit) async throws -> ConsoleAnswer {
        if visit.signIn != nil { return .go(ConsoleRoute.home.path) }
        return show(SignInPage(visit, done: visit.parameters["done"]), visit)
    }

    func signIn(_ visit: Visit) async throws -> ConsoleAnswer {
        let outcome = try await gateway.staff.signIn(
            name: visit.field("name"), password: visit.field("password"), code: visit.field("code"),
            from: visit.address)
        let texts = visit.texts
        switch outcome {
        case .done(let token):
            if visit.signIn != nil { try await gateway.staff.signOut(visit.token) }
            return ConsoleAnswer(status: .seeOther, location: ConsoleRoute.home.path, token: token)
        case .wrong: return again(visit, texts["signInWrong"], .unprocessableContent)
        case .blocked(let seconds):
            return again(visit, texts["signInBlocked", (seconds + 59) / 60], .tooManyRequests)
        case .crowded: return again(visit, texts["crowded"], .tooManyRequests)
        }
    }

    private func again(_ visit: Visit, _ objection: String, _ status: HTTPResponse.Status) -> ConsoleAnswer {
        show(SignInPage(visit, typedName: visit.field("name"), objection: objection), visit, status)
    }

    func signOut(_ visit: Visit) async throws -> ConsoleAnswer {
        try await gateway.staff.signOut(visit.token)
        return ConsoleAnswer(status: .seeOther, location: ConsoleRoute.signInForm.path + "?done=signedOut", token: "")
    }

    func signOutEverywhere(_ visit: Visit) async throws -> ConsoleAnswer {
        if let signIn = visit.signIn { try await gateway.staff.signOutEverywhere(signIn.staff) }
        return ConsoleAnswer(status: .seeOther, location: ConsoleRoute.signInForm.path + "?done=signedOut", token: "")
    }
}
