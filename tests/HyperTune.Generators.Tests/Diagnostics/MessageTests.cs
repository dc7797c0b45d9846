using System.Globalization;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Tests.Diagnostics;

/// <summary>What the user reads: the name, the value and what is allowed.</summary>
public sealed partial class MessageTests
{
    private static IEnumerable<(string Id, string Code, string Message)> All => [.. Declarations, .. Ranges, .. Conditions, .. Usage];

    public static IEnumerable<string> Ids => All.Select(static expected => expected.Id).Concat(Hints.Select(static expected => expected.Id));

    public static TheoryData<string, string, string> Messages
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach ((string id, string code, string message) in All)
            {
                data.Add(id, code, message);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Message_says_what_is_wrong_and_what_is_allowed(string id, string code, string message)
    {
        Diagnostic diagnostic = Assert.Single(await AnalyzerTest.DiagnoseAsync(code));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task Numbers_in_messages_are_the_same_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Diagnostic diagnostic = Assert.Single(await AnalyzerTest.DiagnoseAsync(Member("[Uniform(-0.5, -1.5)] public double X { get; set; }")));
            Assert.Equal("The low bound -0.5 of 'X' must be below its high bound -1.5", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Member(string member) => $"[SearchSpace] public partial class A {{ {member} }}";
}
