/// How the console works and for whom.
package struct ConsoleSettings: Hashable, Sendable {
    /// Who reaches the console.
    package enum Access: String, CaseIterable, Sendable {
        /// Nobody: there is none.
        case off
        /// This machine only, and not through a proxy.
        case local
        /// Everybody who reaches the server, by the console's URL.
        case anywhere
    }

    /// Who reaches it, in the words of `Access`.
    package var access = "local"
    /// How staff reach it from elsewhere, `https://console.example.org`; empty where they do not.
    package var url = ""
    /// Minutes without a request after which staff must sign in again.
    package var idle = 30
    /// Hours after which staff must sign in again in any case.
    package var hours = 12
    /// Hours for which the link of an invitation is good.
    package var inviteHours = 72
    /// How often one address may try to sign in within a minute.
    package var attempts = 20
    /// Pages that are kept fresh at one time; others are as fresh as when they were loaded.
    package var streams = 50
    /// Seconds between two looks whether such a page has changed.
    package var freshness = 2
    /// Bytes of the largest table that staff can bring into the pack.
    package var table = 524_288
    /// How long nobody can try after attempts that failed.
    package var lockOut = LockOut()

    package init() {}

    /// Whether it is reached by TLS, so that cookies need never travel without.
    package var isSecure: Bool { url.hasPrefix("https://") }

    /// Where staff begin.
    ///
    /// - Parameter host: Host and port where the server listens; it counts where no URL is set.
    package func home(host: String) -> String { (url.isEmpty ? "http://" + host : url) + "/console" }

    /// The link of an invitation.
    ///
    /// - Parameter host: As in `home`.
    package func joinLink(_ token: String, host: String) -> String {
        home(host: host) + "/join/" + token
    }
}
