using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HyperTune.IntegrationTests.Browser;

/// <summary>What <c>hypertune report</c> writes, opened in a browser.</summary>
public sealed partial class ReportTests(Chromium chromium, SeenStudies studies) : IClassFixture<Chromium>, IClassFixture<SeenStudies>
{
    // A plot that draws has marks on its canvas, or a line above it.
    private const string Drawn = """
        canvas => {
          if (canvas.parentElement.querySelector("svg path[class$='-line']")) return 1000;
          const { width, height } = canvas;
          if (width < 50 || height < 20) return 0;
          const data = canvas.getContext("2d").getImageData(0, 0, width, height).data;
          let count = 0;
          for (let i = 3; i < data.length; i += 4) count += data[i] > 0 ? 1 : 0;
          return count;
        }
        """;

    [BrowserFact]
    public async Task Every_plot_of_every_kind_of_study_draws()
    {
        foreach ((string study, string[] views) in new (string, string[])[]
        {
            (SeenStudies.Network, ["history", "importance", "parallel", "slices", "contour", "intermediate", "timeline", "failures", "space", "table", "pairwise"]),
            (SeenStudies.Front, ["history", "importance", "parallel", "slices", "contour", "space", "table", "pareto", "hypervolume"]),
            (SeenStudies.Scored, ["history", "folds", "space", "table"]),
        })
        {
            await using OpenPage open = await chromium.OpenAsync(await studies.ReportAsync(study));
            foreach (string view in views)
            {
                ILocator card = open.Page.Locator($"#view-{view}");
                Assert.True(await card.CountAsync() == 1, $"The page of '{study}' has no view '{view}'.");
                await card.ScrollIntoViewIfNeededAsync();
                await Assertions.Expect(card.Locator("h3").First).ToBeVisibleAsync();
                foreach (ILocator canvas in await card.Locator("canvas").AllAsync())
                {
                    await canvas.ScrollIntoViewIfNeededAsync();
                    Assert.True(await DrawsAsync(canvas), $"A plot of '{view}' of '{study}' stays empty.");
                    Assert.False(string.IsNullOrWhiteSpace(await canvas.GetAttributeAsync("aria-label")), $"A plot of '{view}' says nothing to a screen reader.");
                }
            }

            Assert.Empty(open.Mistakes);
        }
    }

    [BrowserFact]
    public async Task Several_studies_stand_beside_each_other()
    {
        await using OpenPage open = await chromium.OpenAsync(await studies.ReportAsync(SeenStudies.Network, "--with", SeenStudies.Scored));
        ILocator card = open.Page.Locator("#view-distributions");
        await card.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(card).ToContainTextAsync(SeenStudies.Network);
        await Assertions.Expect(card).ToContainTextAsync(SeenStudies.Scored);
        Assert.Empty(open.Mistakes);
    }

    [BrowserFact]
    public async Task Brushing_limits_every_view_and_the_keyboard_moves_the_limits()
    {
        await using OpenPage open = await chromium.OpenAsync(await studies.ReportAsync(SeenStudies.Network));
        IPage page = open.Page;
        Assert.Equal(160, await SelectedAsync(page));
        LocatorBoundingBoxResult plot = (await page.Locator("#view-history canvas").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(plot.X + (0.3f * plot.Width), plot.Y + (plot.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(plot.X + (0.6f * plot.Width), plot.Y + (plot.Height / 2), new MouseMoveOptions { Steps = 5 });
        await page.Mouse.UpAsync();
        int brushed = await SelectedAsync(page);
        Assert.InRange(brushed, 20, 100);

        // The table and the address follow.
        await page.Locator("#view-table").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Locator("#view-table")).ToContainTextAsync($"{brushed} of 160");
        Assert.Contains("#", page.Url, StringComparison.Ordinal);
        await page.Locator("#view-history").ScrollIntoViewIfNeededAsync();
        ILocator slider = page.Locator("#view-history .is-set[role=slider]").First;
        string before = (await slider.GetAttributeAsync("aria-valuetext"))!;
        await slider.FocusAsync();
        for (int i = 0; i < 5; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        Assert.NotEqual(brushed, await SelectedAsync(page));
        Assert.NotEqual(before, await slider.GetAttributeAsync("aria-valuetext"));
        await page.Keyboard.PressAsync("Delete");
        Assert.Equal(160, await SelectedAsync(page));
        Assert.Empty(open.Mistakes);
    }

    [BrowserFact]
    public async Task Filter_texts_states_and_a_linked_address_select_the_same_trials()
    {
        string report = await studies.ReportAsync(SeenStudies.Network);
        await using OpenPage open = await chromium.OpenAsync(report);
        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Keyboard.TypeAsync("Rate<0.01 failed");
        Assert.Equal(0, await SelectedAsync(open.Page));
        await open.Page.Keyboard.PressAsync("Control+A");
        await open.Page.Keyboard.TypeAsync("Rate<0.01");
        int slow = await SelectedAsync(open.Page);
        Assert.InRange(slow, 40, 120);
        string address = open.Page.Url;
        await open.Page.Keyboard.PressAsync("Control+A");
        await open.Page.Keyboard.TypeAsync("Nonsense<3");
        await Assertions.Expect(open.Page.Locator(".bar-error")).ToBeVisibleAsync();
        await using OpenPage linked = await chromium.OpenAsync(address);
        Assert.Equal(slow, await SelectedAsync(linked.Page));
        Assert.Empty(open.Mistakes);
        Assert.Empty(linked.Mistakes);
    }

    [BrowserFact]
    public async Task A_trial_opens_by_keyboard_with_its_values()
    {
        await using OpenPage open = await chromium.OpenAsync(await studies.ReportAsync(SeenStudies.Network));
        await open.Page.Locator("#view-table").ScrollIntoViewIfNeededAsync();
        await open.Page.Locator("#view-history [tabindex='0']").First.FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await open.Page.Keyboard.PressAsync("Enter");
        ILocator panel = open.Page.Locator("aside");
        await Assertions.Expect(panel).ToBeVisibleAsync();
        await Assertions.Expect(panel).ToContainTextAsync("Rate");
        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToBeHiddenAsync();
        Assert.Empty(open.Mistakes);
    }

    [BrowserFact]
    public async Task Names_and_messages_of_users_stay_text()
    {
        await using OpenPage open = await chromium.OpenAsync(await studies.ReportAsync(Hostile.Study));
        IPage page = open.Page;
        Assert.Equal(Hostile.Study, await page.TitleAsync());
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Hostile.Study);
        await ScrollThroughAsync(page);
        Assert.Equal(0, await page.Locator("img, iframe, svg[onload], a[href^='javascript']").CountAsync());
        Assert.Equal(2, await page.Locator("script").CountAsync());
        Assert.Contains(Hostile.Script, await page.Locator("#view-space").TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("{{7*7}} ${alert(1)}", await page.Locator("#view-failures").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(open.Mistakes);

        // And if one had got in, the policy would not have let it run.
        await page.EvaluateAsync("() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); }");
        Assert.False(await page.EvaluateAsync<bool>("() => window.ran === true"));
        Assert.Contains(open.Mistakes, static mistake => mistake.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Ten_thousand_trials_draw_and_filter_with_a_page_that_stays_small()
    {
        await using Study<SeenConfig> study = Study.Minimize<SeenConfig>(new StudyOptions { Seed = 4, Strategy = Strategy.Random() });
        string path = studies.File("many.html");
        await study.Run(static config => config.Rate + config.Dropout, 10_000).Plots.Report().SaveAsync(path);
        Assert.InRange(new FileInfo(path).Length, 500_000, 4_000_000);
        await using OpenPage open = await chromium.OpenAsync(path);
        await ScrollThroughAsync(open.Page);
        Assert.Equal(10_000, await SelectedAsync(open.Page));
        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Keyboard.TypeAsync("Rate<0.001 Solver:Adam");
        Assert.InRange(await SelectedAsync(open.Page), 800, 1_700);

        // Rows are there where they are seen, whatever their number.
        Assert.InRange(await open.Page.EvaluateAsync<int>("() => document.getElementsByTagName('*').length"), 1_000, 8_000);
        Assert.Empty(open.Mistakes);
    }

    [BrowserFact]
    public async Task A_program_has_single_plots_as_pages()
    {
        await using Study<SeenConfig> study = Study.Minimize<SeenConfig>(new StudyOptions { Seed = 4, Strategy = Strategy.Random() });
        StudyResult<SeenConfig> result = study.Run(static config => config.Rate + config.Dropout, 40);
        string path = studies.File("single.html");
        foreach ((Plot plot, string view) in new[]
        {
            (result.Plots.History(), "history"),
            (result.Plots.Slices(SeenConfig.Space.Rate, SeenConfig.Space.Dropout), "slices"),
            (result.Plots.Contour(SeenConfig.Space.Rate, SeenConfig.Space.Dropout), "contour"),
            (result.Plots.ParallelCoordinates(SeenConfig.Space.Rate, SeenConfig.Space.Batch), "parallel"),
            (result.Plots.Distribution(study.GetResult().Plots), "distributions"),
        })
        {
            await plot.SaveAsync(path);
            await using OpenPage open = await chromium.OpenAsync(path);
            await Assertions.Expect(open.Page.Locator($"#view-{view}")).ToBeVisibleAsync();
            Assert.Equal(1, await open.Page.Locator("article.card:visible").CountAsync());
            Assert.Empty(open.Mistakes);
        }
    }

    [BrowserFact]
    public async Task Pictures_of_the_pages_are_kept_for_people_to_look_at()
    {
        string directory = Path.Combine(Repository.Root, "artifacts", "screenshots");
        Directory.CreateDirectory(directory);
        foreach ((string study, ColorScheme colors, int width) in new[]
        {
            (SeenStudies.Network, ColorScheme.Light, 1440),
            (SeenStudies.Network, ColorScheme.Dark, 1440),
            (SeenStudies.Network, ColorScheme.Light, 600),
            (SeenStudies.Front, ColorScheme.Light, 1440),
            (SeenStudies.Scored, ColorScheme.Light, 1440),
        })
        {
            await using OpenPage open = await chromium.OpenAsync(await studies.ReportAsync(study), colors, width);
            int height = await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
            await open.Page.SetViewportSizeAsync(width, Math.Min(height, 8000));
            await ScrollThroughAsync(open.Page);
            byte[] picture = await open.Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"report-{study}-{colors}-{width}.png").ToLowerInvariant()),
            });
            Assert.True(picture.Length > 50_000);

            // The page never moves sideways.
            Assert.True(await open.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{study} at {width} is too wide.");
            Assert.Empty(open.Mistakes);
        }
    }

    // It may take some frames.
    private static async Task<bool> DrawsAsync(ILocator canvas)
    {
        for (int i = 0; i < 50; i++)
        {
            if (await canvas.EvaluateAsync<int>(Drawn) > 20)
            {
                return true;
            }

            await canvas.Page.WaitForTimeoutAsync(100);
        }

        return false;
    }

    private static async Task ScrollThroughAsync(IPage page)
    {
        foreach (ILocator card in await page.Locator("article.card:visible").AllAsync())
        {
            await card.ScrollIntoViewIfNeededAsync();
        }

        await page.WaitForTimeoutAsync(300);
    }

    /// <summary>How many trials the bar says are selected.</summary>
    private static async Task<int> SelectedAsync(IPage page)
    {
        // The bar is drawn with the next frame.
        await page.WaitForTimeoutAsync(250);
        Match number = FirstNumber().Match(await page.Locator(".bar-count").InnerTextAsync());
        return int.Parse(number.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[0-9,]+")]
    private static partial Regex FirstNumber();
}
