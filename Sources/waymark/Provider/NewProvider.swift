import ArgumentParser
import Providers

extension Waymark.Provider {
    /// `waymark provider new`: an adapter to begin with.
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin an adapter: a file with comments that loads, and examples that pass.",
            discussion: "Writes one file, and never over a file that is there.")

        @Argument(help: ArgumentHelp("The adapter's name, for example acme or acme-ussd.", valueName: "NAME"))
        var name: String

        @Option(help: ArgumentHelp("What people use the provider's numbers for: sms or ussd.", valueName: "KIND"))
        var kind = Adapter.Kind.sms

        @OptionGroup var place: AdapterPlace

        func run() throws {
            let name = try AdapterName(name)
            let path = place.shelf.path(of: name.text)
            var files = NewFiles()
            files.add(
                kind == .sms ? SMSAdapterTemplate(name: name).text : USSDAdapterTemplate(name: name).text, at: path)
            try files.write()
            Terminal.output.write(
                """
                What comes next:
                  1. Record a request of the provider, and put it into an example of the file.
                  2. Change the file until the example comes out: waymark check \(path)
                  3. waymark provider receive \(name.text) --request FILE, and 'answer' and 'send'.
                  4. Add a channel to \(place.config)/channels.yaml. \(place.config)/README.md is the guide.

                """)
        }
    }
}

extension Adapter.Kind: ExpressibleByArgument {}

/// A name that a new adapter can have: that of its file, which channels name.
struct AdapterName {
    let text: String

    /// A title to begin with: `Acme` for `acme-ussd`.
    var title: String {
        let word = text.split { $0 == "-" || $0 == "_" }.first ?? ""
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    init(_ text: String) throws(WrongUse) {
        guard text.wholeMatch(of: /[a-z][a-z0-9_-]*/) != nil else {
            throw WrongUse(
                "'\(text)' cannot be an adapter: begin with a small letter; use small letters, digits, '-' and '_'")
        }
        self.text = text
    }
}
