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
    public void Readme_leads_to_every_guide_itself_or_by_one_that_it_names()
    {
        ILookup<bool, Page> guides = Page.ReadmeAndGuides.Skip(1).ToLookup(static guide => Page.Readme.Text.Contains($"]({guide})", StringComparison.Ordinal));
        Assert.All(
            guides[false],
            guide => Assert.Contains(guides[true], named => named.Text.Contains($"]({Path.GetFileName(guide.Path)})", StringComparison.Ordinal)));
    }

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
