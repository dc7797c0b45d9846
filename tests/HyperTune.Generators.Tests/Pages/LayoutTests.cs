using System.Xml.Linq;

namespace HyperTune.Generators.Tests.Pages;

/// <summary>What holds for the pages besides their code.</summary>
public sealed class LayoutTests
{
    private const int LongestReadme = 200;

    public static TheoryData<string> Pages => [.. Page.All.Select(static page => page.Path)];

    [Fact]
    public void Readme_is_short() => Assert.InRange(File.ReadAllLines(Page.Readme.File).Length, 1, LongestReadme);

    [Fact]
    public void Readme_leads_to_every_guide()
        => Assert.All(Page.ReadmeAndGuides.Skip(1), static guide => Assert.Contains($"]({guide})", Page.Readme.Text, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_what_is_there(string page) => Assert.Empty(MarkdownLinks.FindBroken(new Page(page).File));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Blocks_name_their_language(string page)
        => Assert.All(new Page(page).Blocks, static block => Assert.Contains(block.Language, (string[])["csharp", "xml", "sh", "console", "text"]));

    [Fact]
    public void Xml_is_well_formed()
        => Assert.All(Page.ReadmeAndGuides.SelectMany(static page => page.Blocks).Where(static block => block.Language == "xml"), static block => XElement.Parse(block.Code));
}
