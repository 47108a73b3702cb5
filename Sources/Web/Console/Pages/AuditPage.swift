import Expressions
import Gateway
import Storage

/// What staff did, the latest first.
struct AuditPage: ConsolePage {
    /// An entry.
    struct Line: Sendable {
        let id: Int64
        let at: String
        let who: String
        let act: String
        let subject: String
    }

    /// Whether the log is whole.
    struct Verdict: Sendable {
        let sentence: String
        let isBroken: Bool
        let head: String
    }

    let frame: Frame
    let lines: [Line]
    /// What a look at the whole log found; nil where nobody asked for one.
    let verdict: Verdict?
    /// Where the entries before these are; nil on the last page.
    let older: String?

    static let template = """
        {{#verdict}}
        <section class="card{{#isBroken}} bad{{/isBroken}}" role="status">
        <p>{{sentence}}</p>
        <p class="quiet">{{frame.t.auditHead}} <code class="long">{{head}}</code></p>
        </section>
        {{/verdict}}
        {{^verdict}}
        <p>{{frame.t.auditHelp}} <a href="/console/audit?check=yes">{{frame.t.auditCheck}}</a></p>
        {{/verdict}}
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.number}}</th><th scope="col">{{frame.t.time}}</th>
        <th scope="col">{{frame.t.who}}</th><th scope="col">{{frame.t.act}}</th><th scope="col">{{frame.t.subject}}</th>
        </tr></thead>
        <tbody>
        {{#lines}}
        <tr><td>{{id}}</td><td><time>{{at}}</time></td><td>{{who}}</td><td>{{act}}</td><td>{{subject}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        {{#older}}<p><a href="{{.}}">{{frame.t.older}}</a></p>{{/older}}
        """
}

extension ConsoleHandlers {
    func audit(_ visit: Visit) async throws -> ConsoleAnswer {
        let before = visit.parameters["before"].flatMap { Int64($0) }
        if before == nil { try await note(.readAudit, visit) }
        let rows = try await gateway.staff.audit(before: before)
        let names = Dictionary(uniqueKeysWithValues: try await gateway.staff.list().map { ($0.id, $0.record.name) })
        let tokens = Dictionary(uniqueKeysWithValues: try await gateway.tokens.list().map { ($0.id, $0.name) })
        let texts = visit.texts
        let note = visit.parameters["check"] == "yes" ? try await gateway.staff.verifyAudit() : nil
        let lines = rows.map { row in
            AuditPage.Line(
                id: row.id, at: clock.text(row.at), who: who(row, names, tokens, texts),
                act: texts.all["act.\(row.act)"] ?? row.act,
                subject: [row.subject, row.reason].compactMap(\.self).joined(separator: ": "))
        }
        let isMore = rows.count == StaffDesk.auditPage && (rows.last?.id ?? 1) > 1
        return show(
            AuditPage(
                frame: Frame("audit", visit), lines: lines,
                verdict: note.map { note in
                    AuditPage.Verdict(
                        sentence: note.broken.map { texts["auditBroken", $0] } ?? texts["auditSound", note.sound],
                        isBroken: note.broken != nil, head: note.head)
                },
                older: isMore ? rows.last.map { ConsoleRoute.audit.path + "?before=\($0.id)" } : nil), visit)
    }

    private func who(
        _ row: AuditRow, _ names: [StaffID: String], _ tokens: [TokenID: String], _ texts: Texts
    ) -> String {
        if let token = row.token { return texts["tokenOf", token.rawValue, tokens[token] ?? ""] }
        return row.staff.flatMap { names[$0] } ?? texts["gatewayItself"]
    }
}
