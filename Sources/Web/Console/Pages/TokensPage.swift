import Expressions
import Gateway
import HTTPTypes
import Storage

/// The programs that may ask for the console's facts, and making tokens for others.
struct TokensPage: ConsolePage {
    /// A token.
    struct Line: Sendable {
        let id: Int64
        let tokenName: String
        let roleName: String
        let maker: String
        let madeAt: String
        let expiresAt: String?
        let usedAt: String?
        /// Why it is no longer good; nil where it is.
        let ending: String?
    }

    let frame: Frame
    let lines: [Line]
    let hasLines: Bool
    let roles: [StaffPage.Choice]
    /// What was typed, when something was wrong with it.
    let typedName: String
    let typedDays: String
    /// What is wrong with it; nil where nothing is.
    let wrongName: String?
    let wrongDays: String?

    static let template = """
        <p><a href="/console/staff">{{frame.t.toStaff}}</a></p>
        <p>{{frame.t.tokensHelp}}</p>
        {{^hasLines}}<p class="quiet">{{frame.t.noTokens}}</p>{{/hasLines}}
        {{#hasLines}}
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.number}}</th><th scope="col">{{frame.t.tokenName}}</th>
        <th scope="col">{{frame.t.madeBy}}</th><th scope="col">{{frame.t.lastUse}}</th>
        <th scope="col">{{frame.t.goodUntil}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><td>{{id}}</td><th scope="row">{{tokenName}} <span class="tag">{{roleName}}</span></th>
        <td>{{maker}} <time class="quiet">{{madeAt}}</time></td>
        <td>{{#usedAt}}<time>{{.}}</time>{{/usedAt}}{{^usedAt}}{{frame.t.never}}{{/usedAt}}</td>
        <td>{{#ending}}<span class="quiet">{{.}}</span>{{/ending}}{{^ending}}\
        {{#expiresAt}}<time>{{.}}</time>{{/expiresAt}}{{^expiresAt}}{{frame.t.untilRevoked}}{{/expiresAt}}
        <details><summary>{{frame.t.revoke}}</summary>
        <form method="post" action="/console/tokens/revoke">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="id" value="{{id}}">
        <p>{{frame.t.revokeHelp}}</p><button class="danger">{{frame.t.revokeNow}}</button>
        </form></details>{{/ending}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        {{/hasLines}}
        <h2>{{frame.t.makeToken}}</h2>
        <form method="post" action="/console/tokens/make" class="sheet">
        <input type="hidden" name="form" value="{{frame.form}}">
        <div class="field">
        <label for="name">{{frame.t.tokenName}}</label>
        <p class="hint" id="name-hint">{{frame.t.tokenNameHelp}}</p>
        {{#wrongName}}<p class="wrong" id="name-wrong">{{.}}</p>{{/wrongName}}
        <input id="name" name="name"{{#wrongName}} aria-invalid="true"{{/wrongName}} value="{{typedName}}" \
        autocomplete="off" aria-describedby="name-hint{{#wrongName}} name-wrong{{/wrongName}}" required maxlength="60">
        </div>
        \(StaffPage.Choice.fieldset)
        <div class="field">
        <label for="days">{{frame.t.tokenDays}}</label>
        <p class="hint" id="days-hint">{{frame.t.tokenDaysHelp}}</p>
        {{#wrongDays}}<p class="wrong" id="days-wrong">{{.}}</p>{{/wrongDays}}
        <input id="days" name="days"{{#wrongDays}} aria-invalid="true"{{/wrongDays}} value="{{typedDays}}" \
        inputmode="numeric" autocomplete="off" aria-describedby="days-hint{{#wrongDays}} days-wrong{{/wrongDays}}">
        </div>
        <button>{{frame.t.makeToken}}</button>
        </form>
        """
}

/// A token that was just made; it is shown this once.
struct TokenPage: ConsolePage {
    let frame: Frame
    let token: String

    static let template = """
        <p class="lead">{{frame.t.newTokenHelp}}</p>
        <p class="secret" translate="no">{{token}}</p>
        <p class="quiet">{{frame.t.newTokenUse}}</p>
        <p><a href="/console/tokens">{{frame.t.toTokens}}</a></p>
        """
}

extension ConsoleHandlers {
    func tokens(_ visit: Visit) async throws -> ConsoleAnswer { try await tokens(visit, objection: nil) }

    func makeToken(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let role = StaffRole(rawValue: visit.field("role")), let admin = visit.signIn?.staff else {
            return fault(.missing, visit)
        }
        let typed = visit.field("days").filter { !$0.isWhitespace }
        guard typed.isEmpty || Int(typed) != nil else {
            return try await tokens(visit, objection: daysObjection(visit))
        }
        switch try await gateway.tokens.make(visit.field("name"), role, days: Int(typed), by: admin) {
        case .done(let token): return show(TokenPage(frame: Frame("newToken", visit), token: token), visit)
        case .name:
            let length = TokenDesk.nameLength
            let sentence = visit.texts["tokenNameBad", length.lowerBound, length.upperBound]
            return try await tokens(visit, objection: Frame.Objection(field: "name", sentence: sentence))
        case .days: return try await tokens(visit, objection: daysObjection(visit))
        case .full(let most):
            return try await tokens(
                visit, objection: Frame.Objection(field: "name", sentence: visit.texts["tokensFull", most]))
        }
    }

    func revokeToken(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let id = visit.number("id").map(TokenID.init(rawValue:)), let admin = visit.signIn?.staff else {
            return fault(.missing, visit)
        }
        guard try await gateway.tokens.revoke(id, by: admin) else { return fault(.missing, visit) }
        return .go(ConsoleRoute.tokens.path + "?done=tokenRevoked")
    }

    private func daysObjection(_ visit: Visit) -> Frame.Objection {
        let days = TokenDesk.days
        return Frame.Objection(
            field: "days", sentence: visit.texts["tokenDaysBad", days.lowerBound, days.upperBound])
    }

    private func tokens(_ visit: Visit, objection: Frame.Objection?) async throws -> ConsoleAnswer {
        let names = Dictionary(uniqueKeysWithValues: try await gateway.staff.list().map { ($0.id, $0.record.name) })
        let lines = try await gateway.tokens.list().map { line($0, names, visit.texts) }
        let frame = Frame(
            "tokens", visit, done: visit.parameters["done"], objections: objection.map { [$0] } ?? [])
        let chosen = StaffRole(rawValue: visit.field("role")) ?? .viewer
        return show(
            TokensPage(
                frame: frame, lines: lines, hasLines: !lines.isEmpty, roles: choices(chosen, visit.texts),
                typedName: visit.field("name"), typedDays: visit.field("days"),
                wrongName: objection?.sentence(for: "name"), wrongDays: objection?.sentence(for: "days")),
            visit, objection == nil ? .ok : .unprocessableContent)
    }

    private func line(_ row: TokenRow, _ names: [StaffID: String], _ texts: Texts) -> TokensPage.Line {
        let isOver = row.expiresAt.map { $0 <= gateway.tokens.now } ?? false
        let ending =
            row.revokedAt.map { texts["tokenRevokedAt", clock.text($0)] }
            ?? (isOver ? row.expiresAt.map { texts["tokenOverAt", clock.text($0)] } : nil)
        return TokensPage.Line(
            id: row.id.rawValue, tokenName: row.name, roleName: texts["role.\(row.role.rawValue)"],
            maker: row.maker.flatMap { names[$0] } ?? texts["gatewayItself"], madeAt: clock.text(row.madeAt),
            expiresAt: row.expiresAt.map(clock.text), usedAt: row.usedAt.map(clock.text), ending: ending)
    }
}

extension Frame.Objection {
    /// What is wrong with a field; nil where this is about another.
    fileprivate func sentence(for field: String) -> String? { self.field == field ? sentence : nil }
}
