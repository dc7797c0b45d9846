using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace HyperTune.IntegrationTests.Browser;

/// <summary>A page and all that went wrong in it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _mistakes = new();

    public OpenPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, message) => Note(isMistake: true, message);
        page.Dialog += async (_, dialog) =>
        {
            Note(isMistake: true, $"A script opened a dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) => Note(!IsOwn(request.Url, page.Url), $"The page asked for {request.Url}.");
    }

    public IPage Page { get; }

    /// <summary>Errors, warnings, refused scripts, and whatever was asked of another place than that of the page.</summary>
    public IReadOnlyCollection<string> Mistakes => _mistakes;

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static bool IsOwn(string asked, string page)
        => page is "about:blank" or ""
            || asked.StartsWith("data:", StringComparison.Ordinal)
            || asked.StartsWith("blob:", StringComparison.Ordinal)
            || Uri.Compare(new Uri(asked), new Uri(page), UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.Ordinal) == 0;

    private void Note(bool isMistake, string text)
    {
        if (isMistake)
        {
            _mistakes.Enqueue(text);
        }
    }
}
