import ArgumentParser

/// `waymark new pack`: a service to begin with.
struct NewPack: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Begin a pack: a main menu, help, and a talk that tests them.",
        discussion: "Writes a new folder, and never over a file that is there.")

    @Argument(help: ArgumentHelp("The pack's name, for example china.", valueName: "NAME"))
    var name: String

    @Option(help: "The folder of packs.")
    var flows = "Flows"

    func run() throws {
        let name = try ContentName(pack: name)
        let folder = flows + "/" + name.text
        guard !InputFile.exists(folder) else {
            throw WrongUse("'\(folder)' is already there: choose another name")
        }
        var files = NewFiles()
        files.add(PackTemplate(name: name).files, in: folder)
        try files.write()
        Terminal.output.write(
            """
            What comes next:
              1. Write your own title, texts and words. Flows/README.md is the guide.
              2. waymark check \(folder)
              3. waymark test \(folder)
              4. waymark talk --pack \(folder)
              5. waymark new flow NAME --pack \(folder)

            """)
    }
}
