package import Conversation

/// Checks a pack that is to be published: it must compile, and then keep the rules.
///
/// An archived revision is never checked so: it was good enough when it was published, and a stricter program must not
/// break the conversations on it. `PackLoader.load` is for those.
package struct PackCheck {
    private let settings: CheckSettings
    private let timings: CheckTimings

    package init(_ settings: CheckSettings = CheckSettings(), timings: CheckTimings = CheckTimings()) {
        self.settings = settings
        self.timings = timings
    }

    /// Compiles and checks a pack. Everything found is in the log; a pack is returned only when nothing is an error.
    package func load(_ source: PackSource, log: DiagnosticLog) -> Pack? {
        let reading = timings.measure("read") {
            PackLoader.read(source, today: settings.today, isTried: true, log: log)
        }
        guard let reading else {
            _ = source.talks(log)  // what is wrong with them is told in the same go
            return nil
        }
        let found = check(reading)
        log.add(found)
        return found.contains { $0.severity == .error } ? nil : reading.pack
    }

    /// What the rules say of a pack that compiles, after its allowances.
    package func check(_ reading: PackReading) -> [Diagnostic] {
        let log = DiagnosticLog()
        let section = ChecksSection(reading.packFile["checks"], log: log)
        let talks = timings.measure("talks") { reading.source.talks(log) }
        let context = CheckContext(
            reading, talks: talks, settings: settings, profile: settings.profile ?? section.profile)
        var found: [Diagnostic] = []
        for rule in CheckRule.all where settings.wants(rule) {
            found += timings.measure("\(rule.code) \(rule.id)") { rule.find(context).map(rule.diagnostic) }
        }
        let comments = timings.measure("allowances") { Allowance.all(in: reading.source, log: log) }
        return log.all + Allowances(comments + section.allowances).apply(to: found)
    }
}

extension PackSource {
    /// The talks of the pack with the file each stands in; lines that cannot be read are in the log.
    fileprivate func talks(_ log: DiagnosticLog) -> [(file: String, talk: Talk)] {
        files.filter { $0.path.hasSuffix(".talk") }.flatMap { file in
            TalkFile.read(file.content, file: shown(file.path), log: log).map { (shown(file.path), $0) }
        }
    }
}
