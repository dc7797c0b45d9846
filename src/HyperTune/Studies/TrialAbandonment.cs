namespace HyperTune.Studies;

/// <summary>Whether a trial's objective has been given up, because it ran on long after its time was over. Safe for concurrent use.</summary>
internal sealed class TrialAbandonment
{
    private readonly Lock _lock = new();
    private readonly List<Action> _consequences = [];
    private volatile bool _isSet;

    public bool IsSet => _isSet;

    /// <summary>Says what is to happen when the objective is given up.</summary>
    public void Register(Action consequence)
    {
        lock (_lock)
        {
            if (!_isSet)
            {
                _consequences.Add(consequence);
                return;
            }
        }

        consequence();
    }

    /// <summary>Gives the objective up.</summary>
    public void Set()
    {
        lock (_lock)
        {
            _isSet = true;
        }

        _consequences.ForEach(static consequence => consequence());
    }
}
