import Gateway
import Storage

/// The records that people ask staff for, and those that came to other numbers.
struct ClaimsPage: ConsolePage {
    /// A record to choose where a number had several.
    struct Record: Sendable {
        let record: Int64
        let isFirst: Bool
    }

    /// A wish that waits.
    struct Wish: Sendable {
        let id: Int64
        let at: String
        let caseNumber: Int
        let person: Int64
        let records: [Record]
        /// The only record there is to bring.
        let only: Int64?
        let hasSeveral: Bool
        let hasNone: Bool
    }

    /// A record that came to another number.
    struct Claim: Sendable {
        let id: Int64
        let at: String
        let person: Int64
        let other: Int64
        let way: String
        let undoneAt: String?
    }

    let frame: Frame
    let wishes: [Wish]
    let claims: [Claim]
    let hasWishes: Bool
    let hasClaims: Bool

    static let template = """
        <h2>{{frame.t.wishes}}</h2>
        {{^hasWishes}}<p class="quiet">{{frame.t.noWishes}}</p>{{/hasWishes}}
        {{#hasWishes}}<p>{{frame.t.wishesHelp}}</p>{{/hasWishes}}
        {{#wishes}}
        <section class="card" aria-labelledby="wish-{{id}}">
        <h3 id="wish-{{id}}">{{frame.t.case}} {{caseNumber}}</h3>
        <dl class="facts">
        <div><dt>{{frame.t.time}}</dt><dd><time>{{at}}</time></dd></div>
        <div><dt>{{frame.t.asks}}</dt><dd>{{frame.t.record}} {{person}}</dd></div>
        <div><dt>{{frame.t.asksFor}}</dt><dd>{{#hasNone}}{{frame.t.noRecord}}{{/hasNone}}\
        {{#only}}{{frame.t.record}} {{.}}{{/only}}{{#hasSeveral}}{{frame.t.severalRecords}}{{/hasSeveral}}</dd></div>
        </dl>
        {{^hasNone}}
        <form method="post" action="/console/claims/approve">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="id" value="{{id}}">
        {{#hasSeveral}}
        <fieldset class="choices"><legend>{{frame.t.whichRecord}}</legend>
        {{#records}}
        <label><input type="radio" name="record" value="{{record}}" required> {{frame.t.record}} {{record}}</label>
        {{/records}}
        </fieldset>
        {{/hasSeveral}}
        {{#only}}<input type="hidden" name="record" value="{{.}}">{{/only}}
        <label class="sure"><input type="checkbox" name="sure" value="yes" required> {{frame.t.sureClaim}}</label>
        <button>{{frame.t.approve}}</button>
        </form>
        {{/hasNone}}
        <form method="post" action="/console/claims/refuse">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="id" value="{{id}}">
        <button class="second">{{frame.t.refuse}}</button>
        </form>
        </section>
        {{/wishes}}
        <h2>{{frame.t.claimsDone}}</h2>
        {{^hasClaims}}<p class="quiet">{{frame.t.noClaims}}</p>{{/hasClaims}}
        {{#hasClaims}}
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.claimsDone}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.time}}</th><th scope="col">{{frame.t.record}}</th>
        <th scope="col">{{frame.t.tookIn}}</th><th scope="col">{{frame.t.by}}</th><th scope="col">{{frame.t.state}}</th>
        </tr></thead>
        <tbody>
        {{#claims}}
        <tr><td><time>{{at}}</time></td><td>{{person}}</td><td>{{other}}</td><td>{{way}}</td><td>\
        {{#undoneAt}}{{frame.t.undone}} {{.}}{{/undoneAt}}{{^undoneAt}}
        <details><summary>{{frame.t.undo}}</summary>
        <form method="post" action="/console/claims/undo">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="id" value="{{id}}">
        <p>{{frame.t.undoHelp}}</p><button class="second">{{frame.t.undoNow}}</button>
        </form></details>{{/undoneAt}}</td></tr>
        {{/claims}}
        </tbody>
        </table>
        </div>
        {{/hasClaims}}
        """
}

extension ConsoleHandlers {
    func claims(_ visit: Visit) async throws -> ConsoleAnswer {
        let texts = visit.texts
        let wishes = try await gateway.claims.waiting().map { wish($0) }
        let claims = try await gateway.claims.list().map { note in
            ClaimsPage.Claim(
                id: note.id, at: clock.text(rfc3339: note.at), person: note.person, other: note.other,
                way: texts["way.\(note.by)"], undoneAt: note.undoneAt.map { clock.text(rfc3339: $0) })
        }
        return show(
            ClaimsPage(
                frame: Frame("claims", visit, done: visit.parameters["done"]), wishes: wishes, claims: claims,
                hasWishes: !wishes.isEmpty, hasClaims: !claims.isEmpty), visit)
    }

    private func wish(_ note: PleaNote) -> ClaimsPage.Wish {
        ClaimsPage.Wish(
            id: note.id, at: clock.text(rfc3339: note.at), caseNumber: note.caseNumber, person: note.person,
            records: note.records.enumerated().map { ClaimsPage.Record(record: $1, isFirst: $0 == 0) },
            only: note.records.count == 1 ? note.records.first : nil, hasSeveral: note.records.count > 1,
            hasNone: note.records.isEmpty)
    }

    func approveClaim(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let id = visit.number("id") else { return fault(.missing, visit) }
        guard visit.field("sure") == "yes" else { return claimsDone("notSure") }
        try await note(.approveClaim, visit, on: "plea \(id)")
        return claimsDone(try await gateway.claims.approve(id, record: visit.number("record")).word)
    }

    func refuseClaim(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let id = visit.number("id") else { return fault(.missing, visit) }
        try await note(.refuseClaim, visit, on: "plea \(id)")
        let outcome = try await gateway.claims.refuse(id)
        return claimsDone(outcome == .done ? "refused" : outcome.word)
    }

    func undoClaim(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let id = visit.number("id") else { return fault(.missing, visit) }
        try await note(.undoClaim, visit, on: "claim \(id)")
        return claimsDone("undo-\(try await gateway.claims.undo(id).rawValue)")
    }

    private func claimsDone(_ word: String) -> ConsoleAnswer { .go(ConsoleRoute.claims.path + "?done=" + word) }
}

extension PleaOutcome {
    /// The key of the sentence that tells of it.
    fileprivate var word: String { "plea-\(rawValue)" }
}
