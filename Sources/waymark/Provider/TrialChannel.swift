import ContentFiles
import Providers
import Telephony

/// A channel that exists only for a trial.
struct TrialChannel {
    let adapter: Adapter
    private let settings: TrialSettings

    /// - Parameter settings: The path of a JSON object.
    /// - Returns: nil when the adapter's file has errors, which are then told on standard error.
    init?(adapter name: String, shelf: AdapterShelf, settings: String?) throws(WrongUse) {
        guard let adapter = try shelf.loaded(name) else { return nil }
        self.adapter = adapter
        self.settings = try TrialSettings(file: settings, adapter: adapter)
    }

    /// The channel, to be reached at an address.
    ///
    /// - Parameter publicURL: Where the provider thinks we are, unless the settings say.
    func channel(publicURL: String? = nil) -> Channel {
        var entry = settings.entry
        entry.publicBaseURL = entry.publicBaseURL ?? publicURL
        return Channel(entry)
    }

    /// The country whose prefixes the channel's numbers have.
    var country: Country? { settings.entry.country }

    /// Settings without which nothing can be sent.
    func requireSettings() throws(WrongUse) {
        let given = Set(settings.entry.settings.map(\.key))
        let missing = adapter.settings.filter { $0.isRequired && $0.standard == .null && !given.contains($0.name) }
        guard let first = missing.first else { return }
        throw WrongUse(
            "the adapter '\(adapter.name)' needs the setting '\(first.name)': give it with --settings FILE.json")
    }
}

extension AdapterShelf {
    /// An adapter; nil when its file has errors, which are then told on standard error.
    func loaded(_ name: String) throws(WrongUse) -> Adapter? {
        let log = DiagnosticLog()
        let adapter = try adapter(named: name, log)
        for diagnostic in log.sorted { Terminal.errors.line(diagnostic.line(for: Terminal.errors)) }
        return adapter
    }
}
