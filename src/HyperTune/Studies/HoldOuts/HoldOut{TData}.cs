using HyperTune.Text;

namespace HyperTune;

/// <summary>
/// Data that no trial sees, to tell at the end how good the chosen config is. Nothing but
/// <see cref="Study{T}.FinalEvaluateAsync{TData, TScore}(HoldOut{TData}, Func{T, TData, CancellationToken, Task{TScore}}, TrialRecord{T}, bool, CancellationToken)"/>
/// opens it, and the study keeps a record of that: a score by which configs are chosen says no more how good they are on new data.
/// </summary>
/// <typeparam name="TData">The type of the data.</typeparam>
public sealed class HoldOut<TData>
{
    /// <summary>Sets data aside.</summary>
    /// <param name="data">The data.</param>
    /// <param name="name">The name by which a study knows it again; not empty. Two sets of data need two names.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public HoldOut(TData data, string name = HoldOut.DefaultName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Data = data;
        Name = name;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The data, for whoever has noted the opening.</summary>
    internal TData Data { get; }

    /// <summary>The name; nothing of the data.</summary>
    public override string ToString() => $"Hold-out '{Printable.Of(Name)}'";
}
