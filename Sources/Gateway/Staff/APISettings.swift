/// How programs ask for the console's facts.
package struct APISettings: Hashable, Sendable {
    /// Who reaches the API, in the words of `ConsoleSettings.Access`.
    package var access = "local"
    /// How much one token may ask within a minute.
    package var requests = 600
    /// How many wrong tokens of one address are answered as such within a minute; more are told to wait.
    package var guesses = 20
    /// The greatest size of a request's body in bytes.
    package var bodyLimit = 64 << 10
    /// How many tokens may be good at one time.
    package var tokens = 100

    package init() {}
}
