using System.Globalization;

namespace HyperTune.Pruning.Auto;

/// <summary>What immune trials say about the trials that were stopped: whether one of them would have been the best.</summary>
internal sealed class RiskCount
{
    private int _condemned;
    private int _false;

    /// <summary>Counts an immune trial that completed although others like it are stopped.</summary>
    /// <param name="wasBest">Whether it was better than all before it.</param>
    public void Add(bool wasBest)
    {
        _condemned++;
        _false += wasBest ? 1 : 0;
    }

    public override string ToString() => _condemned == 0
        ? "no immune trial would have been stopped"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"of {_condemned} immune trial{(_condemned == 1 ? "" : "s")} that would have been stopped, {_false} ended better than the best");
}
