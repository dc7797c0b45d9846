using HyperTune.Spaces.Comparison;
using HyperTune.State;

namespace HyperTune.Storage.Payloads;

/// <summary>The layouts that a log has declared, in their order: its header's first. Values refer to them by number.</summary>
internal sealed class PointLayouts(PointLayout own)
{
    private readonly List<PointLayout> _declared = [];

    public PointLayout this[int index] => index >= 0 && index < _declared.Count
        ? _declared[index]
        : throw new FormatException($"The log has declared {_declared.Count} spaces, and the values belong to space number {index}.");

    /// <summary>The number of a layout.</summary>
    public int IndexOf(PointLayout layout) => _declared.IndexOf(layout) is >= 0 and var index
        ? index
        : throw new InvalidOperationException("The values belong to a space that the log has not declared.");

    /// <summary>The layout behind an outline: the study's own object where it means the same.</summary>
    public PointLayout Find(SpaceOutline outline)
    {
        var layout = new PointLayout(outline);
        return layout.IsSameAs(own) ? own : layout;
    }

    /// <summary>Notes that the log declares a layout.</summary>
    public void Declare(PointLayout layout) => _declared.Add(layout);
}
