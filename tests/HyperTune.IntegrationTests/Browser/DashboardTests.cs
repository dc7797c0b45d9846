using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace HyperTune.IntegrationTests.Browser;

/// <summary>What <c>hypertune dashboard</c> serves, in a browser and beside it.</summary>
public sealed class DashboardTests(Chromium chromium, SeenStudies studies) : IClassFixture<Chromium>, IClassFixture<SeenStudies>
{
    // A picture of one point.
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static readonly LocatorAssertionsToContainTextOptions Soon = new() { Timeout = 20_000 };

    [BrowserFact]
    public async Task A_page_follows_a_study_that_another_process_runs()
    {
        string journal = studies.File("followed.journal");
        await using Study<SeenConfig> study = Open(journal, "followed");
        study.Run(static config => config.Dropout, 5);
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(journal);
        await using OpenPage open = await chromium.OpenAsync(dashboard.Address);
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("followed");
        await Assertions.Expect(open.Page.Locator(".bar-count")).ToContainTextAsync("5 trials", Soon);
        await Task.Run(() => study.Run(
            static config =>
            {
                Thread.Sleep(5);
                return config.Dropout;
            },
            60));
        await Assertions.Expect(open.Page.Locator(".bar-count")).ToContainTextAsync("60 trials", Soon);

        // The filter stays while trials come.
        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Keyboard.TypeAsync("Rate<0.01");
        study.Run(static config => config.Dropout, 80);
        await Assertions.Expect(open.Page.Locator(".bar-count")).ToContainTextAsync("of 80", Soon);
        Assert.Empty(open.Mistakes);
    }

    [BrowserFact]
    public async Task The_form_checks_and_enqueues_and_a_person_tells_the_value()
    {
        string journal = studies.File("acted.journal");
        await using Study<SeenConfig> study = Open(journal, "acted");
        study.Run(static config => config.Dropout, 3);
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(journal);
        await using OpenPage open = await chromium.OpenAsync(dashboard.Address);
        IPage page = open.Page;
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Add trials") }).ClickAsync();
        ILocator form = page.GetByRole(AriaRole.Form, new() { Name = "Add a trial" });
        ILocator rate = form.GetByLabel("Rate", new() { Exact = true });
        await rate.FillAsync("7");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add the trial" }).ClickAsync();
        await Assertions.Expect(form.Locator(".field-error:visible").First).ToContainTextAsync("outside");
        Assert.Equal(3, Open(journal, "acted").Trials.Count);

        // What a case that is not chosen has is not asked for.
        await rate.FillAsync("0.5");
        await form.GetByLabel("Solver", new() { Exact = true }).SelectOptionAsync("Adam");
        await Assertions.Expect(form.GetByLabel("Solver.Sgd.Momentum")).ToBeHiddenAsync();
        await form.GetByLabel("Solver.Adam.Beta").FillAsync("0.875");
        await form.GetByLabel("Layers.Count").FillAsync("2");
        await form.GetByLabel("Layers[1].Units").FillAsync("48");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add the trial" }).ClickAsync();
        await Assertions.Expect(form).ToContainTextAsync("Trial 3 waits", Soon);
        TrialRecord<SeenConfig> added = Open(journal, "acted").Trials[3];
        Assert.Equal((TrialState.Waiting, 0.5, 2, 48), (added.State, added.Config.Rate, added.Config.Layers.Length, added.Config.Layers[1].Units));
        Assert.Equal(new SeenSolver.Adam(0.875), added.Config.Solver);

        // A person measures it.
        await page.Locator(".open-trials summary").First.ClickAsync();
        ILocator tell = page.GetByRole(AriaRole.Form, new() { Name = "Tell trial 3" });
        await tell.GetByLabel("value", new() { Exact = true }).FillAsync("0.75");
        await tell.GetByRole(AriaRole.Button, new() { Name = "Tell", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".bar-states")).ToContainTextAsync("Completed 4", Soon);
        Assert.Equal((TrialState.Completed, 0.75), (Open(journal, "acted").Trials[3].State, Open(journal, "acted").Trials[3].Value));
        Assert.Empty(open.Mistakes);
    }

    [BrowserFact]
    public async Task A_page_stops_and_extends_a_run_and_takes_notes()
    {
        string journal = studies.File("steered.journal");
        await using Study<SeenConfig> study = Open(journal, "steered");
        study.Run(static config => config.Dropout, 2);
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(journal);
        await using OpenPage open = await chromium.OpenAsync(dashboard.Address);
        IPage page = open.Page;
        Task<StudyResult<SeenConfig>> run = study.RunAsync(
            static async (config, token) =>
            {
                await Task.Delay(100, token);
                return config.Dropout;
            },
            5_000);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Add trials") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Extend" }).ClickAsync();
        await Assertions.Expect(page.Locator(".run-controls")).ToContainTextAsync("50", Soon);
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop the study" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop it" }).ClickAsync();
        StudyResult<SeenConfig> result = await run.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(StopReason.StopRequested, result.StopReason);
        Assert.Equal("50", Open(journal, "steered").Notes["hypertune:more_trials"]);
        Assert.Empty(open.Mistakes);
    }

    [BrowserFact]
    public async Task Parameters_that_come_later_come_into_the_page()
    {
        string journal = studies.File("grown.journal");
        await using (Study<SeenLayer> first = Study.Minimize<SeenLayer>(new StudyOptions { Name = "grown", Seed = 1, Storage = new JournalStorage(journal) }))
        {
            first.Run(static config => config.Units, 3);
        }

        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(journal);
        await using OpenPage open = await chromium.OpenAsync(dashboard.Address);
        await ShowAsync(open.Page, "#view-space", "Units");
        await using Study<SeenWiderLayer> wider = Study.Minimize<SeenWiderLayer>(new StudyOptions
        {
            Name = "grown",
            Storage = new JournalStorage(journal),
            Sharing = new SharingOptions { ChangedSpace = ChangedSpacePolicy.ContinueWithWhatFits },
        });
        wider.Run(static config => config.Units + config.Dropout, 6);
        await ShowAsync(open.Page, "#view-space", "Dropout");
        Assert.Empty(open.Mistakes);
    }

    [BrowserFact]
    public async Task Artifacts_are_shown_as_pictures_and_tables_and_never_as_pages()
    {
        string journal = studies.File("saved.journal");
        await using Study<SeenConfig> study = Open(journal, "saved");
        await study.RunAsync(
            static async (config, trial, token) =>
            {
                await trial.Artifacts.SaveAsync("scores.csv", new MemoryStream("digit,right\n1,0.9\n\"<b>2</b>\",0.8\n"u8.ToArray()), token);
                await trial.Artifacts.SaveAsync("dot.png", new MemoryStream(Convert.FromBase64String(Dot)), token);
                await trial.Artifacts.SaveAsync("page.html", new MemoryStream("<script>alert('artifact')</script>"u8.ToArray()), token);
                return config.Dropout;
            },
            1);
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(journal);
        await using OpenPage open = await chromium.OpenAsync($"{dashboard.Address}?study=saved#trial=0");
        ILocator panel = open.Page.Locator("aside.panel");
        await Assertions.Expect(panel).ToContainTextAsync("scores.csv", Soon);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Show scores.csv" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Show dot.png" }).ClickAsync();

        await Assertions.Expect(panel.Locator("td", new() { HasText = "<b>2</b>" })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(panel.Locator("img")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        Assert.Empty(open.Mistakes);
        using var client = new HttpClient { BaseAddress = new Uri(dashboard.Address) };
        HttpResponseMessage page = await client.GetAsync("/api/studies/~saved/trials/0/artifacts/page.html");
        Assert.Equal("application/octet-stream", page.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", page.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/studies/~saved/trials/0/artifacts/none.png")).StatusCode);
    }

    [BrowserFact]
    public async Task Hostile_names_stay_text_in_the_dashboard()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(studies.Journal);
        await using OpenPage open = await chromium.OpenAsync($"{dashboard.Address}?study={Uri.EscapeDataString(Hostile.Study)}");
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync(Hostile.Study);
        await open.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Add trials") }).ClickAsync();
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Form, new() { Name = "Add a trial" })).ToBeVisibleAsync();
        Assert.Equal(0, await open.Page.Locator("img, iframe, svg[onload], a[href^='javascript']").CountAsync());
        Assert.Equal(1, await open.Page.Locator("script").CountAsync());
        Assert.Empty(open.Mistakes);
        string directory = Path.Combine(Repository.Root, "artifacts", "screenshots");
        Directory.CreateDirectory(directory);
        await open.Page.GotoAsync($"{dashboard.Address}?study={SeenStudies.Network}");
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync(SeenStudies.Network);
        await open.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(directory, "dashboard.png") });
    }

    [BrowserFact]
    public async Task Studies_named_as_folders_are_have_pages_of_their_own()
    {
        string journal = studies.File("dots.journal");
        string[] names = [".", "..", "~", "a/../b", "a?b#c", "%2e"];
        foreach (string name in names)
        {
            await using Study<SeenConfig> study = Open(journal, name);
            study.Run(static config => config.Dropout, 3);
        }

        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(journal);
        await using OpenPage open = await chromium.OpenAsync(dashboard.Address);
        foreach (string name in names)
        {
            await open.Page.GotoAsync($"{dashboard.Address}?study={Uri.EscapeDataString(name)}");
            await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync(name);
            await Assertions.Expect(open.Page.Locator(".bar-count")).ToContainTextAsync("3 trials", Soon);
            await open.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Add trials") }).ClickAsync();
            await Assertions.Expect(open.Page.GetByRole(AriaRole.Form, new() { Name = "Add a trial" })).ToBeVisibleAsync();
        }

        Assert.Empty(open.Mistakes);
    }

    [WebFact]
    public async Task The_list_of_studies_gives_values_with_five_digits()
    {
        string journal = studies.File("digits.journal");
        await using (Study<SeenConfig> study = Open(journal, "digits"))
        {
            study.Run(static _ => 1.0029218611261606, 2);
        }

        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(journal);
        using var client = new HttpClient { BaseAddress = new Uri(dashboard.Address) };
        Assert.Equal("1.0029 in trial 0", (string?)JsonNode.Parse(await client.GetStringAsync("/api/studies"))!["studies"]![0]!["best"]);
        Assert.Contains("1.0029218611261606 in trial 0", (await Cli.CliRun.SucceedAsync("list", journal)).Output, StringComparison.Ordinal);
    }

    [WebFact]
    public async Task Only_those_who_may_can_look_and_change()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(studies.Journal, "--token", "a secret word");
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = new Uri(new Uri(dashboard.Address).GetLeftPart(UriPartial.Authority)) };
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/studies")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/?token=another")).StatusCode);
        HttpResponseMessage welcomed = await client.GetAsync(new Uri(dashboard.Address));
        Assert.Equal((HttpStatusCode.Redirect, "/"), (welcomed.StatusCode, $"{welcomed.Headers.Location}"));
        HttpResponseMessage elsewhere = await client.GetAsync(new Uri(dashboard.Address.Replace("/?", "//elsewhere.example/?", StringComparison.Ordinal)));
        Assert.Equal("/elsewhere.example/", $"{elsewhere.Headers.Location}");
        HttpResponseMessage list = await client.GetAsync("/api/studies");
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        Assert.Contains("script-src 'self'", list.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        // A page of another site can send a form, and no header of ours.
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync($"/api/studies/~{SeenStudies.Scored}/stop", new { })).StatusCode);
        using var misled = new HttpRequestMessage(HttpMethod.Get, "/api/studies");
        misled.Headers.Host = "rebound.example";
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.SendAsync(misled)).StatusCode);
    }

    [WebFact]
    public async Task What_cannot_be_done_is_said_with_its_reason()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(studies.Journal);
        using var client = new HttpClient { BaseAddress = new Uri(dashboard.Address) };
        client.DefaultRequestHeaders.Add("X-HyperTune", "1");
        await ExpectAsync(HttpStatusCode.NotFound, "no study 'none'", await client.GetAsync("/api/studies/~none"));
        await ExpectAsync(HttpStatusCode.Conflict, "told before", await client.PostAsJsonAsync($"/api/studies/~{SeenStudies.Scored}/trials/1/tell", new { values = new { value = 1 } }));
        await ExpectAsync(HttpStatusCode.BadRequest, "'trials' is 0", await client.PostAsJsonAsync($"/api/studies/~{SeenStudies.Scored}/extend", new { trials = 0 }));
        await ExpectAsync(HttpStatusCode.BadRequest, "no JSON", await client.PostAsync($"/api/studies/~{SeenStudies.Scored}/stop", new StringContent("{", null, "application/json")));
        HttpResponseMessage refused = await client.PostAsJsonAsync(
            $"/api/studies/~{SeenStudies.Network}/trials", new { values = new Dictionary<string, object> { ["Rate"] = 5, ["Activation"] = "swish", ["Nonsense"] = 1 } });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        JsonArray errors = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["errors"]!.AsArray();
        Assert.Contains(errors, static error => (string?)error!["parameter"] == "Rate" && ((string)error["message"]!).Contains("Log-uniform in [0.0001, 1]", StringComparison.Ordinal));
        Assert.Contains(errors, static error => (string?)error!["parameter"] == "Activation");
        Assert.Contains(errors, static error => (string?)error!["parameter"] == "Nonsense");
        Assert.Contains(errors, static error => (string?)error!["parameter"] == "Dropout" && ((string)error["message"]!).Contains("missing", StringComparison.Ordinal));
    }

    [WebFact]
    public async Task A_read_only_dashboard_changes_nothing()
    {
        await using DashboardProcess dashboard = await DashboardProcess.StartAsync(studies.Journal, "--read-only");
        using var client = new HttpClient { BaseAddress = new Uri(dashboard.Address) };
        client.DefaultRequestHeaders.Add("X-HyperTune", "1");
        await ExpectAsync(HttpStatusCode.Forbidden, "--read-only", await client.PostAsJsonAsync($"/api/studies/~{SeenStudies.Scored}/stop", new { }));
        Assert.True((bool)JsonNode.Parse(await client.GetStringAsync("/api/studies"))!["readOnly"]!);
    }

    [Fact]
    public async Task Bad_addresses_and_ports_are_refused_with_what_is_allowed()
    {
        await Cli.CliRun.FailAsync(2, "0 to 65535 is allowed", "dashboard", studies.Journal, "--port", "70000");
        await Cli.CliRun.FailAsync(2, "is no address of a machine", "dashboard", studies.Journal, "--listen", "my-machine");
        await Cli.CliRun.FailAsync(2, "--token is empty", "dashboard", studies.Journal, "--token", " ");
    }

    // A view is drawn where it is seen, and the page is made anew meanwhile.
    private static async Task ShowAsync(IPage page, string view, string text)
    {
        for (int i = 0; i < 80; i++)
        {
            await page.EvaluateAsync("view => document.querySelector(view)?.scrollIntoView()", view);
            await page.WaitForTimeoutAsync(250);
            if ((await page.Locator(view).TextContentAsync())!.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"'{text}' did not come into {view}.");
    }

    private static async Task ExpectAsync(HttpStatusCode status, string text, HttpResponseMessage response)
    {
        string content = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {content}");
        Assert.Contains(text, System.Text.RegularExpressions.Regex.Unescape(content), StringComparison.Ordinal);
    }

    private static Study<SeenConfig> Open(string journal, string name) => Study.Minimize<SeenConfig>(new StudyOptions
    {
        Name = name,
        Seed = 3,
        Strategy = Strategy.Random(),
        Storage = new JournalStorage(journal),
    });
}
