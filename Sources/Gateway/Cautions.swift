import ContentFiles

/// A choice in the settings by which more can happen to people than by what counts without it.
struct Caution: Sendable {
    /// The setting that was chosen.
    let key: String
    /// Whether the choice was made.
    let isTaken: @Sendable (Settings) -> Bool
    /// What can happen.
    let warning: String
    /// What to choose instead.
    let mend: String

    /// Every such choice. Those that are not to be made at all are errors.
    static let all: [Caution] = [
        Caution(
            key: "server.host", isTaken: { !isLoopback($0.host) },
            warning: "the server takes requests from the network, and what is said in them can be read on the way",
            mend: "127.0.0.1, and in front of it a reverse proxy with TLS: Config/deploy/Caddyfile"),
        Caution(
            key: "store.postgres", isTaken: { PostgresAddress($0.postgres).hasPassword },
            warning: "a password in the settings is read by whoever reads the file or the list of processes",
            mend: "libpq's password file, which PGPASSFILE names"),
        Caution(
            key: "store.postgres", isTaken: { !PostgresAddress($0.postgres).isPrivate },
            warning: "whoever is between this machine and the database can read and change what is kept",
            mend: "sslmode=verify-full with the server's root certificate"),
        Caution(
            key: "evidence.least", isTaken: { $0.evidenceLeast < Settings().evidenceLeast },
            warning: "counts of so few people can tell who they are", mend: "\(Settings().evidenceLeast) or more"),
        behindProxy("console.access", \.console.access, "sign in"),
        behindProxy("api.access", \.api.access, "guess tokens"),
        atMost("console.idle", 120, \.console.idle, "a console that somebody left open stays open for long"),
        atMost("console.hours", 24, \.console.hours, "a stolen sign-in is good for long"),
        atMost("console.invite_hours", 168, \.console.inviteHours, "an invitation that went astray is good for long"),
        atMost("console.attempts", 100, \.console.attempts, "passwords can be guessed fast from one address"),
        atMost("console.failures", 20, \.console.lockOut.free, "passwords can be guessed often before there is a wait"),
        atMost("api.guesses", 200, \.api.guesses, "tokens can be guessed fast from one address"),
    ]

    private static func behindProxy(
        _ key: String, _ access: any KeyPath<Settings, String> & Sendable, _ deed: String
    ) -> Caution {
        Caution(
            key: key,
            isTaken: { $0[keyPath: access] == ConsoleSettings.Access.anywhere.rawValue && $0.proxies.isEmpty },
            warning: "behind a proxy all have one address: who tries to \(deed) too often stops the others",
            mend: "the proxy's address as server.proxies, and a proxy that sets X-Forwarded-For")
    }

    private static func atMost(
        _ key: String, _ limit: Int, _ path: any KeyPath<Settings, Int> & Sendable, _ warning: String
    ) -> Caution {
        Caution(key: key, isTaken: { $0[keyPath: path] > limit }, warning: warning, mend: "\(limit) or less")
    }

    /// Whether only this machine reaches it.
    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}

extension Settings {
    /// Says which choices let more happen to people than they need.
    ///
    /// - Parameter place: Where it is said of what no file and no variable names.
    func warn(_ log: DiagnosticLog, at place: Position) {
        for caution in Caution.all where caution.isTaken(self) {
            log.warning(
                "insecure", "'\(caution.key)': \(caution.warning)", at: origins[caution.key] ?? place,
                suggestion: caution.mend)
        }
    }
}
