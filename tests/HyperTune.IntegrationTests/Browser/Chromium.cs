using Microsoft.Playwright;

namespace HyperTune.IntegrationTests.Browser;

/// <summary>A browser without a window, for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // In milliseconds. On a busy machine a page takes longer than the five seconds that Playwright waits by itself.
    private const float Patience = 30_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the browser is; <see langword="null"/> where there is none.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(static directory => Names.Select(name => System.IO.Path.Combine(directory, name)))
        .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Path is not null)
        {
            Assertions.SetDefaultExpectTimeout(Patience);
            _playwright = await Playwright.CreateAsync();

            // Root, which CI is, gets no sandbox.
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = ["--no-sandbox"] });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a page.</summary>
    /// <param name="address">A file's path or an address.</param>
    /// <param name="colors">Dark or light.</param>
    /// <param name="width">The window's width, in CSS pixels.</param>
    /// <param name="height">The window's height, in CSS pixels.</param>
    internal async Task<OpenPage> OpenAsync(string address, ColorScheme colors = ColorScheme.Light, int width = 1440, int height = 900)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = colors,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = new OpenPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync(address.Contains("://", StringComparison.Ordinal) ? address : new Uri(System.IO.Path.GetFullPath(address)).AbsoluteUri);
        return page;
    }
}
