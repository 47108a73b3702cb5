package import ContentFiles
package import Conversation
package import Storage

/// Everything an engineer can set, read once at start.
package struct Settings: Hashable, Sendable {
    /// The address the server listens on.
    package var host = "127.0.0.1"
    /// The port; 0 takes any free one.
    package var port = 8080
    /// The greatest size of a request's body in bytes.
    package var bodyLimit = 1 << 20
    /// The greatest size of a request's headers in bytes.
    package var headerLimit = 16 << 10
    /// Seconds after which a connection that sends nothing is closed.
    package var idleTimeout = 30
    /// Connections at one time; more wait.
    package var connections = 12_000
    /// Seconds that requests and sending have to finish when the server stops.
    package var stopTimeout = 20
    /// The folder of the database and the key.
    package var data = "Data"
    /// The pack that is served: a folder under the flows folder.
    package var pack = "china"
    /// The channel that carries SMS beside USSD conversations; empty: the first SMS channel.
    package var messageChannel = ""
    /// Messages sent at one time.
    package var sending = 32
    /// Seconds a provider has to take a message.
    package var sendTimeout = 15
    /// Seconds after which an answer by SMS is not sent any more.
    package var messageExpiry = 86_400
    /// The greatest answer of another system in bytes that is read.
    package var systemAnswer = 16 << 10
    /// Days that answered webhooks are remembered, so that a repetition is recognised.
    package var repeatDays = 7
    /// The limits of one turn.
    package var machine = MachineLimits()
    /// How the database works.
    package var store = SQLiteSettings()
    /// The lowest level that is logged.
    package var logLevel = "info"

    /// Where each setting was made that is not the default's, by its key, for messages.
    package var origins: [String: Position] = [:]

    package init() {}
}
