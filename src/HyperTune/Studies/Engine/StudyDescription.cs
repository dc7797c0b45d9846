using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>What a study is, before it is opened.</summary>
/// <param name="Space">The space that is searched.</param>
/// <param name="Metrics">What its trials end with.</param>
/// <param name="Options">How it works.</param>
internal sealed record StudyDescription(SearchSpace Space, MetricsDescriptor Metrics, StudyOptions Options)
{
    public string Name => Options.Name ?? Space.Name;

    /// <summary>The name as messages show it.</summary>
    public string Title => Printable.Of(Name);
}
