using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HyperTune.IntegrationTests.Browser;

/// <summary>Pages under the rules of WCAG that a program can check: names, roles, contrasts.</summary>
public sealed class AccessibilityTests(Chromium chromium, SeenStudies studies) : IClassFixture<Chromium>, IClassFixture<SeenStudies>
{
    [BrowserFact]
    public async Task Reports_break_no_rule_in_light_and_dark()
    {
        foreach ((string study, ColorScheme colors) in new[]
        {
            (SeenStudies.Network, ColorScheme.Light), (SeenStudies.Network, ColorScheme.Dark), (SeenStudies.Front, ColorScheme.Dark), (SeenStudies.Scored, ColorScheme.Light),
        })
        {
            await using OpenPage open = await chromium.OpenAsync(await studies.ReportAsync(study), colors);
            await CheckAsync(open.Page, $"{study}, {colors}");
        }
    }

    [BrowserFact]
    public async Task The_dashboard_and_its_forms_break_no_rule()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(studies.Journal);
        await using OpenPage open = await chromium.OpenAsync(dashboard.Address);
        await Assertions.Expect(open.Page.Locator("h1")).ToBeVisibleAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Add trials") }).ClickAsync();
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Form, new() { Name = "Add a trial" })).ToBeVisibleAsync();
        await CheckAsync(open.Page, "dashboard");
    }

    private static async Task CheckAsync(IPage page, string what)
    {
        foreach (ILocator card in await page.Locator("article.card:visible").AllAsync())
        {
            await card.ScrollIntoViewIfNeededAsync();
        }

        await page.WaitForTimeoutAsync(300);
        AxeResult result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{what}: {string.Join("; ", result.Violations.Select(static violation => $"{violation.Id} at {string.Join(", ", violation.Nodes.Take(3).Select(static node => node.Html))}"))}");
        Assert.True(result.Passes.Length > 10);
    }
}
