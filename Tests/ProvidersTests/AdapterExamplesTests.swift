import ContentFiles
import Providers
import Testing

struct AdapterExamplesTests {
    @Test(arguments: ShippedAdapters.names)
    func `every shipped adapter loads and its examples come out`(name: String) throws {
        let (adapter, diagnostics) = try ShippedAdapters.load(name)
        #expect(diagnostics.map(\.description) == [])
        let loaded = try #require(adapter)
        #expect(loaded.name == name)
        #expect(loaded.source != nil)
        #expect(loaded.examples.count >= 4)
        #expect(AdapterExamples.run(loaded).map(\.description) == [])
    }

    @Test func `an example that does not come out is an error at its place`() throws {
        let source = try ShippedAdapters.source("generic-ussd").replacing(
            "body: '{\"text\":\"Goodbye\"", with: "body: '{\"text\":\"Hello\"")
        let log = DiagnosticLog()
        let adapter = try #require(AdapterFile.load(source: source, file: "x.yaml", log: log))
        let diagnostics = AdapterExamples.run(adapter, file: "x.yaml")
        let line =
            try #require(
                source.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                    $0.contains("an answer as a form")
                }) + 1
        let difference = #"response.body is '{"text":"Goodbye","ends":true}', not '{"text":"Hello","ends":true}'"#
        #expect(
            diagnostics.map(\.description)
                == ["x.yaml:\(line):5: error: example 'an answer as a form': \(difference) [example]"])
    }
}
