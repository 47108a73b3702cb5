import ContentFiles
package import Conversation
import Foundation
import Logging
import ServiceLifecycle
import Storage
import UnixSignals

/// Takes the pack on disk when it is asked to: by `waymark publish`, by SIGHUP, or on every save with `serve --watch`.
///
/// A pack with errors is never published; the running revision stays. Sessions stay on the revision they began with.
package struct Publisher: Service {
    /// How often a watched folder is looked at.
    static let glance = Duration.seconds(1)
    /// How often revisions that no session needs any more are let go.
    private static let tidying = Duration.seconds(60)

    let parts: GatewayParts
    let folders: Folders
    private let isWatching: Bool

    package init(_ parts: GatewayParts, folders: Folders, isWatching: Bool) {
        self.parts = parts
        self.folders = folders
        self.isWatching = isWatching
    }

    /// Waits for SIGHUP, looks at the folder when it is watched, and tidies up, until the gateway stops.
    package func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await obeySignals() }
            group.addTask { await tidy() }
            group.addTask { await follow() }
            if isWatching { group.addTask { await watch() } }
            await group.waitForAll()
        }
    }

    private func obeySignals() async {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            _ = await publish(dryRun: false)
        }
    }

    private func watch() async {
        await cancelWhenGracefulShutdown {
            var last = stamp
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.glance)
                let now = stamp
                if now != last, !Task.isCancelled { _ = await publish(dryRun: false) }
                last = now
            }
        }
    }

    private func tidy() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.tidying)
                await retire()
            }
        }
    }

    private func retire() async {
        guard !Task.isCancelled else { return }
        do {
            try await parts.library.retire(at: parts.clock.now)
        } catch {
            parts.logger.error("revisions cannot be read or dropped", metadata: ["error": "\(error)"])
        }
    }

    /// Which files there are and when each was last changed.
    private var stamp: [String: Date] {
        let folder = folders.flows + "/" + parts.settings.pack
        guard let paths = FileManager.default.enumerator(atPath: folder) else { return [:] }
        var stamp: [String: Date] = [:]
        for case let path as String in paths {
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + path)
            stamp[path] = attributes?[.modificationDate] as? Date
        }
        return stamp
    }

    /// Reads the pack on disk, says what would change, and publishes it unless this is a dry run or it has errors.
    package func publish(dryRun: Bool) async -> PublishReport {
        let log = DiagnosticLog()
        let read = folders.pack(parts.settings.pack, for: Array(parts.channels.values), log: log)
        return await take(read, log, dryRun: dryRun)
    }

    /// Publishes a revision once more whose files are kept, unless this is a dry run, or it has errors by now: channels and
    /// systems may have changed since. Until the next publication or start it is served, whatever is on disk.
    package func goBack(to revision: RevisionID, dryRun: Bool) async -> PublishReport {
        let log = DiagnosticLog()
        let archive = try? await parts.store.revision(revision)
        guard let archive, let source = try? PackSource(archive: archive) else {
            log.error("missing-file", "revision \(revision) is not kept any more", at: Position(file: "\(revision)"))
            return await take(nil, log, dryRun: dryRun)
        }
        return await take(folders.checked(source, for: Array(parts.channels.values), log: log), log, dryRun: dryRun)
    }

    private func take(
        _ read: (pack: Pack, source: PackSource)?, _ log: DiagnosticLog, dryRun: Bool
    ) async -> PublishReport {
        let current = parts.library.machine.packs.current
        if let read { check(read.pack, log) }
        let findings = log.sorted.map(PackFinding.init)
        guard let (pack, source) = read, !log.hasErrors else {
            parts.logger.error(
                "the pack has errors and is not published", metadata: ["errors": "\(log.all.count)"])
            return PublishReport(
                diagnostics: log.sorted.map(\.description), findings: findings, revision: current.revision.hash,
                changes: nil, isPublished: false, sessions: [:], lostReminders: [:])
        }
        let changes = PackChanges(from: current, to: pack)
        var report = PublishReport(
            diagnostics: log.sorted.map(\.description), findings: findings, revision: pack.revision.hash,
            changes: changes, isPublished: false, sessions: await sessions(),
            lostReminders: await remindersLost(by: pack))
        guard !dryRun, pack.revision != current.revision else { return report }
        do {
            let files = try source.archived()
            if isOneOfSeveral {
                try await parts.library.announce(pack, files: files, at: parts.clock.now)
            } else {
                _ = try await parts.library.publish(pack, files: files, at: parts.clock.now)
                note(pack)
            }
            report.isPublished = true
            await keepProof(of: pack)
        } catch {
            parts.logger.error("a pack could not be published", metadata: ["error": "\(error)"])
            let fault = Diagnostic(
                .error, "unkept", "the pack could not be kept: \(error)", at: Position(file: parts.settings.pack),
                suggestion: "see whether the database answers, then publish once more")
            report.diagnostics.append(fault.description)
            report.findings.append(PackFinding(fault))
        }
        return report
    }

    /// Lets the next start trust what was checked now; where that cannot be kept, it checks again.
    private func keepProof(of pack: Pack) async {
        do {
            try await CheckProof(pack.revision, on: Array(parts.channels.values)).keep(in: parts.store)
        } catch {
            parts.logger.warning("that a pack was checked cannot be kept", metadata: ["error": "\(error)"])
        }
    }

    private func check(_ pack: Pack, _ log: DiagnosticLog) {
        PackNeeds.check(
            pack, folder: folders.flows + "/" + parts.settings.pack, systems: Set(parts.systems.keys),
            canPush: parts.messageChannel != nil, log: log)
    }

    /// How many sessions are on each revision.
    private func sessions() async -> [String: Int] {
        let counts = (try? await parts.store.revisionsInUse()) ?? [:]
        return Dictionary(uniqueKeysWithValues: counts.map { ($0.key.hash, $0.value) })
    }

    /// How many reminders are planned for steps that a pack does not have, by the step.
    private func remindersLost(by pack: Pack) async -> [String: Int] {
        let planned = (try? await parts.store.plannedReminders()) ?? [:]
        return planned.filter { pack.places[$0.key] == nil }
    }
}

/// What publishing did, or would do.
package struct PublishReport: Sendable, Codable {
    /// What `waymark check` says of the pack.
    package var diagnostics: [String]
    /// The same, each in its parts.
    package var findings: [PackFinding]
    /// The revision of the pack on disk; the running one when that has errors.
    package let revision: String
    /// What people who know the running revision would notice; nil when the pack has errors.
    package let changes: PackChanges?
    /// Whether this call published it; false for a dry run, for a pack with errors, and where nothing changed.
    package var isPublished: Bool
    /// Sessions that wait, by the revision they are on and stay on.
    package let sessions: [String: Int]
    /// Planned reminders that will not be sent because their step is gone, by the step.
    package let lostReminders: [String: Int]

    /// Whether the pack has errors, or could not be kept: the running revision goes on.
    package var hasFailed: Bool {
        changes == nil || findings.contains { $0.severity == Diagnostic.Severity.error.rawValue }
    }
}
