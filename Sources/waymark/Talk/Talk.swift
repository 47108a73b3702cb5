import ArgumentParser

extension Waymark {
    /// `waymark talk`: a phone in the terminal.
    struct Talk: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try a pack out on a phone in the terminal.",
            discussion: """
                On a terminal it draws the phone's screen; :help tells what else the phone can do. From a pipe each \
                input line is one message, and each screen is printed between '--' lines; a USSD talk dials first.
                """)

        @OptionGroup var choice: PackChoice

        @Option(help: ArgumentHelp("How to talk.", valueName: "ussd|sms"))
        var on = "ussd"

        @Option(help: "The person's number, with a plus and the calling code.")
        var from = "+8613800000001"

        @Option(
            help: "When it begins: RFC 3339, or '2026-05-02 09:00' at the pack's place. Only :wait moves the clock.")
        var at: String?

        @Option(help: "The language the person has chosen before.")
        var language: String?

        @Option(
            help: ArgumentHelp(
                "Write it down as a talk, behind what the file holds. Private answers are not written down.",
                valueName: "FILE.talk"))
        var record: String?

        func run() throws {
            let pack = try choice.load()
            let phone = try Phone(
                pack: pack, on: on, from: from, at: at, language: language,
                toTheMinute: record != nil)
            var call = PhoneCall(phone: phone, recording: try record.map(Recording.init))
            if Terminal.hasKeyboard, Terminal.output.isInteractive {
                try call.run(on: FramedDisplay())
            } else {
                try call.run(on: PlainDisplay())
            }
        }
    }
}
