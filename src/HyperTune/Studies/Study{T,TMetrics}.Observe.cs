using HyperTune.Studies;

namespace HyperTune;

public sealed partial class Study<T, TMetrics>
{
    /// <inheritdoc cref="Study{T}.Observe"/>
    public IDisposable Observe(StudyObserver<T, TMetrics> observer, ObserverOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(observer);
        return _study.AddObserver(
            observers => new ObserverQueue<T, TMetrics>(_study, _reference, observer, observers, options ?? new ObserverOptions()));
    }
}
