using System.Text;
using HyperTune.Views.Documents;
using HyperTune.Views.Pages;

namespace HyperTune;

/// <summary>A picture of a study: one HTML page that opens without a network, dark or light as its reader has it, and answers to pointer and keyboard.</summary>
/// <remarks>
/// The page holds the whole study, so that a trial that is pointed at tells all its values. Nothing runs in it but the script that came with this package: a content
/// security policy says so, whatever names and values the study has.
/// </remarks>
/// <example><c>result.Plots.History().Save("history.html");</c></example>
public sealed class Plot
{
    private readonly IReadOnlyList<StudySource> _studies;
    private readonly IReadOnlyList<string> _views;
    private readonly IReadOnlyList<string> _focus;

    internal Plot(IReadOnlyList<StudySource> studies, IReadOnlyList<string> views, IReadOnlyList<string> focus)
    {
        _studies = studies;
        _views = views;
        _focus = focus;
    }

    /// <summary>The page.</summary>
    /// <returns>A whole HTML document.</returns>
    /// <exception cref="InvalidOperationException">The package was built without its web part.</exception>
    public string ToHtml() => Page.Of(_studies, TimeProvider.System.GetUtcNow(), _views, _focus);

    /// <summary>Writes the page to a file, in the place of what is there.</summary>
    /// <param name="path">The file's path, for instance <c>history.html</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="InvalidOperationException">The package was built without its web part.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        File.WriteAllText(path, ToHtml(), Encoding.UTF8);
    }

    /// <summary>Writes the page to a file, in the place of what is there.</summary>
    /// <param name="path">The file's path, for instance <c>history.html</c>.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="InvalidOperationException">The package was built without its web part.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return File.WriteAllTextAsync(path, ToHtml(), Encoding.UTF8, cancellationToken);
    }

    /// <summary>What is drawn, for instance <c>history of study 'digits'</c>.</summary>
    public override string ToString() => Printable.Of($"{(_views.Count == 0 ? "report" : string.Join(", ", _views))} of study '{_studies[0].Name}'");
}
