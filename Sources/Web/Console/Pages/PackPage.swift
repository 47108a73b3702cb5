import Conversation
import Gateway
import Storage

/// The pack that is served, what publishing the one on disk would change, and the way back to an earlier revision.
struct PackPage: ConsolePage {
    /// A revision that is kept, or that sessions are on.
    struct Revision: Sendable {
        let hash: String
        let publishedAt: String
        let sessions: Int
        let isServed: Bool
        /// Whether staff may go back to it.
        let isOpen: Bool
    }

    /// Something that the check says.
    struct Finding: Sendable {
        let severity: String
        let isError: Bool
        let place: String
        let message: String
        let advice: String?
        let rule: String
    }

    /// What a trial or a publication found.
    struct Report: Sendable {
        let verdict: String
        let isBad: Bool
        let findings: [Finding]
        let changes: [String]
        let hasFindings: Bool
        let hasChanges: Bool
        /// Where it can be published; nil where it cannot, or was.
        let publishAt: String?
        /// The revision that is gone back to; nil for the pack on disk.
        let hash: String?
    }

    let frame: Frame
    let pack: String
    let id: String
    let revision: String
    let steps: Int
    let languages: String
    let revisions: [Revision]
    let mayPublish: Bool
    let report: Report?

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
        {{#hash}}<p><code>{{.}}</code></p>{{/hash}}
        {{#hasFindings}}<h3>{{frame.t.findings}}</h3>
        <ul class="lines findings">{{#findings}}<li><span class="tag{{#isError}} warn{{/isError}}">{{severity}}</span>
        <code class="long">{{place}}</code><br>{{message}}\
        {{#advice}}<br><span class="quiet">{{frame.t.mend}} {{.}}</span>{{/advice}}
        <code class="quiet">{{rule}}</code></li>{{/findings}}</ul>{{/hasFindings}}
        {{#hasChanges}}<h3>{{frame.t.changes}}</h3>
        <ul class="lines">{{#changes}}<li>{{.}}</li>{{/changes}}</ul>{{/hasChanges}}
        {{#publishAt}}
        <form method="post" action="{{.}}">
        <input type="hidden" name="form" value="{{frame.form}}">
        {{#hash}}<input type="hidden" name="revision" value="{{.}}">
        <p>{{frame.t.goBackHelp}}</p>{{/hash}}
        <button>{{#hash}}{{frame.t.goBackTo}}{{/hash}}{{^hash}}{{frame.t.publish}}{{/hash}}</button>
        </form>
        {{/publishAt}}
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
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.revisions}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.revision}}</th><th scope="col">{{frame.t.publishedAt}}</th>
        <th scope="col">{{frame.t.sessions}}</th>
        {{#mayPublish}}<th scope="col"><span class="unseen">{{frame.t.goBackTo}}</span></th>{{/mayPublish}}</tr></thead>
        <tbody>
        {{#revisions}}
        <tr><th scope="row"><code>{{hash}}</code>{{#isServed}} <span class="tag">{{frame.t.now}}</span>{{/isServed}}</th>
        <td><time>{{publishedAt}}</time></td><td>{{sessions}}</td>
        {{#mayPublish}}<td>{{#isOpen}}<form method="post" action="/console/pack/check-revision">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="revision" value="{{hash}}">
        <button class="plain">{{frame.t.checkRevision}}<span class="unseen"> {{hash}}</span></button></form>{{/isOpen}}</td>\
        {{/mayPublish}}</tr>
        {{/revisions}}
        </tbody>
        </table>
        </div>
        """
}

extension ConsoleHandlers {
    func pack(_ visit: Visit) async throws -> ConsoleAnswer { try await pack(visit, nil) }

    /// Says what publishing the pack on disk would change, or publishes it.
    func publish(_ visit: Visit, isTrial: Bool) async throws -> ConsoleAnswer {
        try await note(isTrial ? .checkPack : .publishPack, visit)
        let before = gateway.flows.pack(nil).revision.hash
        let report = await gateway.publisher.publish(dryRun: isTrial)
        return try await pack(visit, PackPage.Report(report, before: before, isTrial: isTrial, visit.texts))
    }

    /// Says what going back to an earlier revision would change, or goes back to it.
    func goBack(_ visit: Visit, isTrial: Bool) async throws -> ConsoleAnswer {
        let kept = try await gateway.parts.store.keptRevisions()
        guard let revision = kept.first(where: { $0.id.hash == visit.field("revision") }) else {
            return fault(.missing, visit)
        }
        try await note(isTrial ? .checkPack : .goBack, visit, on: "revision \(revision.id)")
        let before = gateway.flows.pack(nil).revision.hash
        let report = await gateway.publisher.goBack(to: revision.id, dryRun: isTrial)
        return try await pack(
            visit, PackPage.Report(report, before: before, isTrial: isTrial, backTo: revision.id.hash, visit.texts))
    }

    private func pack(_ visit: Visit, _ report: PackPage.Report?) async throws -> ConsoleAnswer {
        let pack = gateway.flows.pack(nil)
        let page = PackPage(
            frame: Frame("pack", visit, done: visit.parameters["done"]), pack: pack.title, id: pack.id,
            revision: pack.revision.hash,
            steps: pack.steps.count, languages: pack.languages.map(\.tag).joined(separator: ", "),
            revisions: try await revisions(served: pack.revision), mayPublish: visit.rights.contains(.operate),
            report: report)
        return show(page, visit)
    }

    /// The revisions that are kept, the latest first, then those that only sessions are on.
    private func revisions(served: RevisionID) async throws -> [PackPage.Revision] {
        let kept = try await gateway.parts.store.keptRevisions()
        let inUse = try await gateway.parts.store.revisionsInUse()
        let lost = Set(inUse.keys).subtracting(kept.map(\.id)).sorted { $0.hash < $1.hash }
        return kept.map { revision in
            PackPage.Revision(
                hash: revision.id.hash, publishedAt: clock.text(revision.publishedAt),
                sessions: inUse[revision.id] ?? 0, isServed: revision.id == served, isOpen: revision.id != served)
        }
            + lost.map { id in
                PackPage.Revision(
                    hash: id.hash, publishedAt: "", sessions: inUse[id] ?? 0, isServed: false, isOpen: false)
            }
    }
}

extension PackPage.Report {
    /// - Parameters:
    ///   - before: The revision that was served until then.
    ///   - isTrial: Whether nothing was to be published yet.
    ///   - hash: The revision that is gone back to; nil for the pack on disk.
    fileprivate init(
        _ report: PublishReport, before: String, isTrial: Bool, backTo hash: String? = nil, _ texts: Texts
    ) {
        let isNew = report.changes != nil && report.revision != before
        let word =
            report.hasFailed
            ? hash == nil ? "packBad" : "revisionBad"
            : report.isPublished ? "packPublished" : isNew ? hash == nil ? "packReady" : "revisionReady" : "packSame"
        var changes: [String] = []
        if let found = report.changes {
            changes += found.digits.map { digit in
                "\(digit.step): \(digit.number) – \(digit.before) → \(digit.now ?? "–")"
            }
            changes += found.removed.map { texts["stepGone", $0] }
        }
        changes += report.lostReminders.sorted { $0.key < $1.key }.map { texts["remindersLost", $0.key, $0.value] }
        let route = hash == nil ? ConsoleRoute.publishPack : .goBack
        let errors = report.findings.filter { $0.severity == "error" }
        let findings = (errors + report.findings.filter { $0.severity != "error" }).map {
            PackPage.Finding($0, texts)
        }
        self.init(
            verdict: texts[word], isBad: report.hasFailed, findings: findings, changes: changes,
            hasFindings: !findings.isEmpty, hasChanges: !changes.isEmpty,
            publishAt: isTrial && isNew ? route.path : nil, hash: hash)
    }
}

extension PackPage.Finding {
    init(_ finding: PackFinding, _ texts: Texts) {
        self.init(
            severity: texts["severity.\(finding.severity)"], isError: finding.severity == "error",
            place: finding.place, message: finding.message, advice: finding.advice, rule: finding.rule)
    }
}
