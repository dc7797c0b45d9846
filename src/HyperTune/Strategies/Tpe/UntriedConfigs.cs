using System.Numerics;

namespace HyperTune;

/// <summary>Finds the last untried configs of a finite space, which random draws would miss.</summary>
internal sealed class UntriedConfigs(TpeSpace space, Admission admission)
{
    // A space with more configs than this is not walked through; long before its end the mixture has made the difference.
    private const int LargestWalk = 100_000;

    private readonly SpaceEnumeration? _configs = space.Space.Cardinality is { } count && count <= LargestWalk
        ? new SpaceEnumeration(space.Space.Parameters)
        : null;

    /// <summary>Whether a walk has found every config of the space tried or forbidden. Once so, always so.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Writes an untried config that the constraints allow, from a random place on.</summary>
    /// <returns>Whether there is one, as far as the space is small enough to tell.</returns>
    public bool TryFind(Span<double> point, ref RandomStream random)
    {
        if (_configs is null || IsExhausted)
        {
            return false;
        }

        long count = (long)_configs.Count;
        long start = random.NextInteger(count);
        Span<double> vector = new double[space.Width];
        for (long i = 0; i < count; i++)
        {
            _configs.Unrank(new BigInteger((start + i) % count), vector);
            space.Encode(vector, point);
            if (admission.IsValid(point))
            {
                return true;
            }
        }

        IsExhausted = true;
        admission.AllowRepeats();
        return false;
    }
}
