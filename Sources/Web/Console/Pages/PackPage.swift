import Conversation
import Gateway
import Storage

/// The pack that is served, and what publishing the one on disk would change.
struct PackPage: ConsolePage {
    /// A revision that sessions are on.
    struct Revision: Sendable {
        let hash: String
        let sessions: Int
        let isServed: Bool
    }

    /// What a trial or a publication found.
    struct Report: Sendable {
        let verdict: String
        let isBad: Bool
        let findings: [String]
        let changes: [String]
        let hasFindings: Bool
        let hasChanges: Bool
    }

    let frame: Frame
    let pack: String
    let id: String
    let revision: String
    let steps: Int
    let languages: String
    let revisions: [Revision]
    let hasRevisions: Bool
    let mayPublish: Bool
    let report: Report?
    /// Whether the trial found something that can be published.
    let isReady: Bool

    static let template = """
        <dl class="facts">
        <div><dt>{{frame.t.packName}}</dt><dd>{{pack}} <span class="quiet">{{id}}</span></dd></div>
        <div><dt>{{frame.t.revision}}</dt><dd><code>{{revision}}</code></dd></div>
        <div><dt>{{frame.t.languages}}</dt><dd>{{languages}}</dd></div>
        <div><dt>{{frame.t.steps}}</dt><dd>{{steps}}</dd></div>
        </dl>
        {{#report}}
        <section class="card{{#isBad}} bad{{/isBad}}" role="status">
        <h2>{{verdict}}</h2>
        {{#hasFindings}}<h3>{{frame.t.findings}}</h3>
        <ul class="lines">{{#findings}}<li><code>{{.}}</code></li>{{/findings}}</ul>{{/hasFindings}}
        {{#hasChanges}}<h3>{{frame.t.changes}}</h3>
        <ul class="lines">{{#changes}}<li>{{.}}</li>{{/changes}}</ul>{{/hasChanges}}
        {{#isReady}}
        <form method="post" action="/console/pack/publish">
        <input type="hidden" name="form" value="{{frame.form}}">
        <button>{{frame.t.publish}}</button>
        </form>
        {{/isReady}}
        </section>
        {{/report}}
        {{#mayPublish}}
        <h2>{{frame.t.publishing}}</h2>
        <p>{{frame.t.publishHelp}}</p>
        <form method="post" action="/console/pack/check">
        <input type="hidden" name="form" value="{{frame.form}}">
        <button class="second">{{frame.t.checkPack}}</button>
        </form>
        {{/mayPublish}}
        <h2>{{frame.t.revisions}}</h2>
        {{^hasRevisions}}<p class="quiet">{{frame.t.noSessions}}</p>{{/hasRevisions}}
        {{#hasRevisions}}
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.revisions}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.revision}}</th><th scope="col">{{frame.t.sessions}}</th></tr></thead>
        <tbody>
        {{#revisions}}
        <tr><td><code>{{hash}}</code>{{#isServed}} <span class="tag">{{frame.t.now}}</span>{{/isServed}}</td>
        <td>{{sessions}}</td></tr>
        {{/revisions}}
        </tbody>
        </table>
        </div>
        {{/hasRevisions}}
        """
}

extension ConsoleHandlers {
    func pack(_ visit: Visit) async throws -> ConsoleAnswer { try await pack(visit, nil, isTrial: false) }

    /// Says what publishing the pack on disk would change, or publishes it.
    func publish(_ visit: Visit, isTrial: Bool) async throws -> ConsoleAnswer {
        try await note(isTrial ? .checkPack : .publishPack, visit)
        return try await pack(visit, await gateway.publisher.publish(dryRun: isTrial), isTrial: isTrial)
    }

    private func pack(_ visit: Visit, _ report: PublishReport?, isTrial: Bool) async throws -> ConsoleAnswer {
        let pack = gateway.parts.library.machine.packs.current
        let inUse = try await gateway.parts.store.revisionsInUse()
        let revisions = inUse.map { id, count in
            PackPage.Revision(hash: id.hash, sessions: count, isServed: id == pack.revision)
        }.sorted { $0.sessions > $1.sessions }
        let isNew = report.map { $0.changes != nil && $0.revision != pack.revision.hash } ?? false
        return show(
            PackPage(
                frame: Frame("pack", visit), pack: pack.title, id: pack.id, revision: pack.revision.hash,
                steps: pack.steps.count, languages: pack.languages.map(\.tag).joined(separator: ", "),
                revisions: revisions, hasRevisions: !revisions.isEmpty, mayPublish: visit.rights.contains(.operate),
                report: report.map { PackPage.Report($0, isNew: isNew, visit.texts) }, isReady: isTrial && isNew),
            visit)
    }
}

extension PackPage.Report {
    fileprivate init(_ report: PublishReport, isNew: Bool, _ texts: Texts) {
        let word =
            report.changes == nil ? "packBad" : report.isPublished ? "packPublished" : isNew ? "packReady" : "packSame"
        var changes: [String] = []
        if let found = report.changes {
            changes += found.digits.map { digit in
                "\(digit.step): \(digit.number) – \(digit.before) → \(digit.now ?? "–")"
            }
            changes += found.removed.map { texts["stepGone", $0] }
        }
        changes += report.lostReminders.sorted { $0.key < $1.key }.map { texts["remindersLost", $0.key, $0.value] }
        self.init(
            verdict: texts[word], isBad: report.changes == nil, findings: report.diagnostics, changes: changes,
            hasFindings: !report.diagnostics.isEmpty, hasChanges: !changes.isEmpty)
    }
}
