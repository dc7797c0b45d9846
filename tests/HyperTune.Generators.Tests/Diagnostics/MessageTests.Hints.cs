using System.Globalization;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Tests.Diagnostics;

public sealed partial class MessageTests
{
    private const string Hinted = "[SearchSpace] public partial class A { [Uniform(0, 1)] public double X { get; set; } [Choice] public bool B { get; set; } }";

    private static readonly (string Id, string Hint, string Message)[] Hints =
    [
        ("HT4011", "bound|X|upper|2|The best 10 of 100 trials lie there.", "Study 's': The best 10 of 100 trials lie there"),
        ("HT4012", "fixed|X|0.5|X explains 0.4 % of the objective: fix it.", "Study 's': X explains 0.4 % of the objective: fix it"),
        ("HT4013", "default|The initializers scored 0.88, the best 0.97.\nvalue|X|0.5", "Study 's': The initializers scored 0.88, the best 0.97"),
        ("HT4014", "study|old|A|0123456789abcdef|9", "Study 'old' searched 'A' before its search space was changed: run it again for hints about the one of now"),
    ];

    public static TheoryData<string, string, string> HintMessages
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach ((string id, string hint, string message) in Hints)
            {
                data.Add(id, hint, message);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(HintMessages))]
    public async Task Message_says_what_the_study_found_out(string id, string hint, string message)
    {
        Diagnostic diagnostic = Assert.Single(await AnalyzerTest.DiagnoseAsync(AnalyzerTest.Compile(Hinted), TestDigest.Of(Hinted, "A", hint.Split('\n'))));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }
}
