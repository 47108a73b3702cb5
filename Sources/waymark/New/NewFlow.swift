import ArgumentParser

/// `waymark new flow`: a flow to begin with.
struct NewFlow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flow", abstract: "Begin a flow: a menu, an answer to read and a way to a person.",
        discussion: "Writes one file into the pack, and never over a file that is there.")

    @Argument(help: ArgumentHelp("The flow's name, for example wages/late.", valueName: "NAME"))
    var name: String

    @OptionGroup var choice: PackChoice

    func run() throws {
        let name = try ContentName(flow: name)
        let folder = try choice.folder()
        var files = NewFiles()
        files.add([("\(name.text).yaml", FlowTemplate(name: name).text)], in: folder)
        try files.write()
        Terminal.output.write(
            """
            What comes next:
              1. Write your own texts into it.
              2. Lead people to it: by an option of another flow, '- \(name.title) -> \(name.text)',
                 or by a word under 'keywords' in \(folder)/pack.yaml, '\(name.text): [WORD]'.
              3. waymark check \(folder)
              4. waymark talk --pack \(folder)
              5. waymark translate merge --pack \(folder), where the pack has other languages.

            """)
    }
}
