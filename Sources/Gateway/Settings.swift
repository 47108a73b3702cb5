package import ContentFiles
package import Conversation
package import Delivery
package import Storage

/// Everything an engineer can set, read once at start.
package struct Settings: Hashable, Sendable {
    /// The address the server listens on.
    package var host = "127.0.0.1"
    /// The port; 0 takes any free one.
    package var port = 8080
    /// The addresses of the reverse proxies that are believed when they say who asks, with commas between them; see
    /// `Proxies`.
    package var proxies = ""
    /// The greatest size of a request's body in bytes.
    package var bodyLimit = 1 << 20
    /// The greatest size of a request's headers in bytes.
    package var headerLimit = 16 << 10
    /// Seconds after which a connection that sends nothing is closed.
    package var idleTimeout = 30
    /// Seconds that a request has to be whole, once its headers came.
    package var bodyTime = 60
    /// The greatest piece in bytes that is read of a connection at once.
    package var readBuffer = 8 << 10
    /// The bytes of all bodies that are read at one time; more are refused.
    package var bodies = 64 << 20
    /// The same, with room for the greatest body there may be.
    package var bodiesLimit: Int { max(bodies, bodyLimit + 2 * console.table) }
    /// Connections at one time; more wait.
    package var connections = 12_000
    /// Seconds that requests and sending have to finish when the server stops.
    package var stopTimeout = 20
    /// The folder of the database and the key.
    package var data = "Data"
    /// The pack that is served: a folder under the flows folder.
    package var pack = "china"
    /// Revisions that are kept to go back to, beside those that sessions are on.
    package var spareRevisions = 5
    /// The channel that carries SMS beside USSD conversations; empty: the first SMS channel.
    package var messageChannel = ""
    /// Messages sent at one time on a channel that does not say.
    package var sending = 32
    /// Seconds a provider has to take a message.
    package var sendTimeout = 15
    /// Seconds after which what a gateway was sending when it died is taken over.
    package var sendLease = 8
    /// How many gateways share a PostgreSQL database, and with it what providers and senders may do.
    package var nodes = 1
    /// Seconds after which an answer by SMS is not sent any more.
    package var messageExpiry = 86_400
    /// Seconds that a message waits for a channel that is not set up any more.
    package var stranded = 3_600
    /// How often a message is tried, and how long it waits in between.
    package var outbox: OutboxLimits {
        var limits = OutboxLimits()
        limits.attempts = attempts
        limits.backoff = Backoff(first: Int64(retryFirst), cap: Int64(max(retryLongest, 2 * retryFirst)))
        limits.expiry = Int64(messageExpiry)
        limits.throttlePause = Int64(throttlePause)
        limits.accountPause = Int64(accountPause)
        limits.reportWait = Int64(reportWait)
        return limits
    }
    /// Attempts after which a message is given up.
    package var attempts = 8
    /// The shortest wait after a first attempt, in seconds.
    package var retryFirst = 5
    /// The longest wait between attempts, in seconds.
    package var retryLongest = 3_600
    /// Seconds to wait where a provider was asked too fast and does not say how long.
    package var throttlePause = 5
    /// Seconds to wait where an account is at fault.
    package var accountPause = 300
    /// Seconds that a report has to tell whether an attempt arrived.
    package var reportWait = 60
    /// How often one text may go to one person within the window.
    package var sameText = 20
    /// The seconds of that window.
    package var sameTextWindow = 1_800
    /// The greatest answer of another system in bytes that is read.
    package var systemAnswer = 16 << 10
    /// Days that answered webhooks are remembered, so that a repetition is recognised.
    package var repeatDays = 7
    /// From where on a channel is not well.
    package var health: ChannelHealthLimits {
        var limits = ChannelHealthLimits()
        limits.failuresInRow = healthFailures
        limits.window = Int64(healthWindow)
        limits.fewest = healthFewest
        limits.failedPercent = healthPercent
        limits.late = Int64(healthLate)
        limits.stuck = Int64(max(healthStuck, healthLate))
        limits.silence = Int64(healthSilence)
        return limits
    }
    /// Attempts in a row that fail when a channel is down.
    package var healthFailures = 5
    /// Seconds of attempts that are looked back on.
    package var healthWindow = 600
    /// Attempts within them that say anything at all.
    package var healthFewest = 10
    /// Of a hundred of them, those that fail when a channel is degraded.
    package var healthPercent = 20
    /// Seconds that a message waits when its channel is degraded.
    package var healthLate = 120
    /// Seconds that a message waits when its channel is down.
    package var healthStuck = 900
    /// Seconds without anything coming in when a channel is degraded; 0: never.
    package var healthSilence = 0
    /// Seconds of working hours that staff have for a case before it is overdue.
    package var caseTime = 57_600
    /// The days on which staff work on cases, in the words of `WorkingHours.Days`.
    package var caseDays = WorkingHours.Days.weekdays.rawValue
    /// The hour of the day at which they begin.
    package var caseFrom = 9
    /// The hour of the day at which they stop.
    package var caseUntil = 17
    /// Days for which a number that staff block gets no answers.
    package var blockDays = 30
    /// How many parts of long messages may wait for the others.
    package var parts = PartLimits()
    /// The limits of one turn.
    package var machine = MachineLimits()
    /// How much may wait of what people send.
    package var admission = AdmissionLimits()
    /// How the database works.
    package var store = SQLiteSettings()
    /// The PostgreSQL database that is served from, as libpq reads it; empty for the one in the data folder.
    package var postgres = ""
    /// The schema of it that the tables are in.
    package var postgresSchema = "waymark"
    /// How tables of it that grow for ever are parted.
    package var partitions = PartitionSettings()
    /// Hours between two looks through the whole database for damage; 0: it is never looked through.
    package var inspectionHours = 24
    /// How the console works and for whom.
    package var console = ConsoleSettings()
    /// How programs ask for the console's facts.
    package var api = APISettings()
    /// How the browser phone works and for whom.
    package var phone = PhoneSettings()
    /// `on` where staff find conversations by words that were said in them.
    package var words = "on"
    /// What `words` may be.
    package static let wordChoices = ["on", "off"]
    /// Whether staff find conversations by words.
    package var findsWords: Bool { words == "on" }
    /// The least number of conversations that pages of evidence tell of.
    package var evidenceLeast = 10
    /// The lowest level that is logged.
    package var logLevel = "info"
    /// How events are logged: in the words of `logFormats`.
    package var logFormat = "text"

    /// As lines for people, or as lines of JSON for programs.
    static let logFormats = ["text", "json"]

    /// Where each setting was made that is not the default's, by its key, for messages.
    package var origins: [String: Position] = [:]

    package init() {}

    /// Where the server is, as URLs have it: an IPv6 address stands in brackets (RFC 3986, section 3.2.2).
    ///
    /// - Parameter port: The one that it listens on.
    package func authority(port: Int) -> String {
        (host.contains(":") ? "[\(host)]" : host) + ":\(port)"
    }
}
