import CaseFiles
import CaseModel
import Foundation
import Numbers
import Testing

/// What files of GENIUS hold that a quick reader would get wrong.
@Suite struct GeniusTrapTests {
    private static let domain = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- a domain -->
        <negotiation_template><utility_space number_of_issues="2">
         <objective index="0" name="root" type="objective" etype="objective">
          <issue index="2" name="Screen &amp; case" type="discrete" vtype="discrete">
           <item index="1" value="19'' LCD" cost="0" description=""/><item index="2" value="A&lt;B &quot;x&quot;"/>
          </issue>
          <issue index="7" name="Years" vtype="integer"><range lowerbound="1" upperbound="5"/></issue>
         </objective>
        </utility_space></negotiation_template>
        """

    /// A profile whose issues and weights stand in another order than the domain's.
    private static func profile(
        years: String = "<evaluator ftype=\"linear\" slope=\"0.25\" offset=\"0\"/>",
        ends: String = "<reservation value=\"0.4\"/>"
    ) -> String {
        """
        <utility_space><objective index="0" name="root" type="objective">
         <weight index="7" value="0.4"/><weight index="2" value="0.6"/>
         <issue index="7" name="Years" etype="integer" lowerbound="1" upperbound="5">\(years)</issue>
         <issue index="2" name="Screen &#38; case">
          <item index="2" value='A&lt;B "x"' evaluation="3"/><item index="1" value="19'' LCD" evaluation="12"/>
         </issue>
        </objective>\(ends)</utility_space>
        """
    }

    private func sample(_ one: String, _ two: String = Self.profile()) -> DomainSample {
        DomainSample(["d.xml": Self.domain, "one.xml": one, "two.xml": two])
    }

    @Test("Gaps in indices, another order, missing types, both forms of bounds, quotes and ampersands")
    func joins() throws {
        let reading = try sample(Self.profile()).reading()
        let table = try DomainTable(reading.case)
        #expect(table.issues == [["19'' LCD", "A<B \"x\""], ["1", "2", "3", "4", "5"]])
        #expect(reading.case.issues.map(\.id) == ["screen-case", "years"])
        #expect(reading.case.issues[0].alternatives.map(\.id) == ["v-19-lcd", "a-b-x"])
        #expect(reading.case.issues.map(\.kind) == [.nominal, .interval])
        #expect(reading.case.issues[1].range == Interval(1, 5))
        let half = Rational(3, over: 5)
        #expect(table.contributions[0][0] == [half, half / 4])
        #expect(table.contributions[0][1] == (0...4).map { Rational($0, over: 10) })
        #expect(table.reservations == [Rational(2, over: 5), Rational(2, over: 5)])
        #expect(reading.warnings.isEmpty)
    }

    @Test(
        "Evaluators in both spellings",
        arguments: [
            ("ftype=\"linear\" parameter0=\"-0.25\" parameter1=\"0.25\"", [0, 1, 2, 3, 4]),
            ("ftype=\"linear\" offset=\"1\" slope=\"-0.25\"", [4, 3, 2, 1, 0]),
            ("ftype=\"constant\" parameter0=\"0.5\"", [2, 2, 2, 2, 2]),
            ("ftype=\"constant\" offset=\"0.75\"", [3, 3, 3, 3, 3]),
            ("ftype=\"triangular\" parameter0=\"1\" parameter1=\"5\" parameter2=\"3\"", [0, 2, 4, 2, 0]),
            ("ftype=\"triangular\" parameter0=\"1\" parameter1=\"5\" parameter2=\"5\"", [0, 1, 2, 3, 4]),
            ("ftype=\"linear\" offset=\"0\" slope=\"0.5\"", [0, 2, 4, 4, 4]),
        ])
    func evaluators(attributes: String, quarters: [Int]) throws {
        let reading = try sample(Self.profile(years: "<evaluator \(attributes)/>")).reading()
        let table = try DomainTable(reading.case)
        #expect(table.contributions[0][1] == quarters.map { Rational($0, over: 10) })
        #expect(
            reading.warnings.count == (attributes.contains("0.5\"") && attributes.contains("slope") ? 1 : 0))
    }

    @Test("Nested objectives multiply weights; evaluations that are nearly zero count nothing")
    func nested() throws {
        let issues = """
            <objective index="0" name="root">
             <objective index="5" name="group">
              <issue index="1" name="A"><item value="x" evaluation="1"/><item value="y" evaluation="4"/></issue>
              <issue index="2" name="B"><item value="x" evaluation="0.000001"/><item value="y" evaluation="0"/></issue>
              <weight index="1" value="0.75"/><weight index="2" value="0.25"/>
             </objective>
             <issue index="3" name="C"><item value="x" evaluation="-1"/><item value="y" evaluation="2"/></issue>
             <weight index="3" value="0.2"/><weight index="5" value="0.8"/>
            </objective>
            """
        let reading = try DomainSample(["one.xml": "<utility_space>\(issues)</utility_space>"]).reading()
        let table = try DomainTable(reading.case)
        let fifth = Rational(1, over: 5)
        #expect(
            table.contributions == [
                [[Rational(3, over: 20), Rational(3, over: 5)], [0, 0], [-fifth / 2, fifth]]
            ])
        #expect(table.reservations == [0])
        #expect(reading.warnings.isEmpty)
    }

    @Test("Weights beside one are kept, a discount is noted, a weight of zero counts nothing")
    func notes() throws {
        let one = Self.profile(ends: "<discount_factor value=\"0.5\"/><reservation value=\"0.4\"/>")
            .replacingOccurrences(of: "value=\"0.6\"", with: "value=\"0.600052\"")
        let two = Self.profile(ends: "<discount_factor value=\"1.0\"/>")
            .replacingOccurrences(of: "value=\"0.4\"", with: "value=\"0\"")
            .replacingOccurrences(of: "value=\"0.6\"", with: "value=\"1.0\"")
        let reading = try sample(one, two).reading()
        #expect(
            reading.warnings.map(\.description) == [
                """
                one.xml:1:1: warning: the weights of 'one' sum to 1.000052, not to 1
                  hint: they are kept as they are; nothing is rescaled
                """,
                """
                one.xml:7:13: warning: the discount factor 0.5 is not applied
                  hint: utilities are those of an agreement at once
                """,
                "two.xml:3:2: warning: 'Years' weighs nothing for 'two'\n  hint: its values count 0",
            ])
        let table = try DomainTable(reading.case)
        #expect(table.contributions[1][1] == [0, 0, 0, 0, 0])
        #expect(table.contributions[0][0][0] == Rational(600_052, over: 1_000_000))
        #expect(reading.case.packages?.discount.count == 1)
    }

    @Test("Rectangles: sums over maxutility, excluded ranges, full ranges, a rectangle told twice")
    func rectangles() throws {
        let profile = """
            <utility_space type="nonlinear"><objective index="0" name="root">
              <issue index="1" name="A" type="integer" lowerbound="0" upperbound="3"/>
              <issue index="4" name="B" type="integer" lowerbound="0" upperbound="3"/>
             </objective>
             <utility maxutility="20"><ufun type="PlainUfun" weight="1" aggregation="sum">
              <hyperRectangle utility="5"><INCLUDES index="1" min="1" max="2"/><INCLUDES index="4" min="0" max="3"/></hyperRectangle>
              <hyperRectangle utility="3"><INCLUDES index="1" min="2" max="3"/><EXCLUDES index="4" min="1" max="3"/></hyperRectangle>
              <hyperRectangle utility="1"><INCLUDES index="1" min="1" max="2"/></hyperRectangle>
              <hyperRectangle utility="2"/>
             </ufun></utility><reservation value="0.25"/>
            </utility_space>
            """
        let reading = try DomainSample(["one.xml": profile, "two.xml": profile]).reading()
        let table = try DomainTable(reading.case)
        #expect(table.terms[0].count == 3)
        for package in table.packages {
            let sum =
                2 + ((1...2).contains(package[0]) ? 6 : 0) + (package[0] >= 2 && package[1] == 0 ? 3 : 0)
            #expect(table.utility(0, package) == Rational(sum, over: 20))
        }
    }

    @Test(
        "Three profiles are three parties; results are passed over; one profile alone; a domain file by name")
    func folders() throws {
        var files = sample(Self.profile()).files
        files["three.xml"] = Self.profile()
        files["log.xml"] = "<BidPoint a=\"1\"/>"
        files["readme.txt"] = "nothing"
        let reading = try DomainSample(files).reading()
        #expect(reading.case.actors.map(\.name.en) == ["one", "three", "two"])
        #expect(
            reading.warnings.map(\.message) == [
                "the 3 profiles are read as 3 parties", "'BidPoint' is neither a domain nor a profile",
            ])
        #expect(try DomainSample(files, named: "d.xml").reading().case.packages == reading.case.packages)
        let alone = try DomainSample(files, named: "two.xml").table()
        #expect(alone.parties == ["two"] && alone.issues[0].count == 5)
    }

    @Test("A real issue is read in eleven steps")
    func real() throws {
        let issue = """
            <utility_space><objective><issue index="1" name="P" type="real"><range lowerbound="0" upperbound="1"/>
            <evaluator ftype="linear" parameter0="0" parameter1="1"/></issue><weight index="1" value="1"/></objective></utility_space>
            """
        let reading = try DomainSample(["one.xml": issue]).reading()
        #expect(try DomainTable(reading.case).contributions == [[(0...10).map { Rational($0, over: 10) }]])
        #expect(reading.warnings.map(\.message) == ["'P' takes any number from 0 to 1"])
    }
}
