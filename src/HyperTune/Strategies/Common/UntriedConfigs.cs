using System.Numerics;
using HyperTune.Spaces.Coding;
using HyperTune.Spaces.Enumeration;

namespace HyperTune.Strategies.Common;

/// <summary>Finds the last untried configs of a discrete space, which random draws would miss.</summary>
internal sealed class UntriedConfigs
{
    // A space with no more configs is walked through; of a larger one a part, long before whose end a model has made the difference.
    private const int LargestWalk = 100_000;

    private readonly UnitCube _cube;
    private readonly TriedConfigs _tried;

    public UntriedConfigs(UnitCube cube, TriedConfigs tried)
    {
        _cube = cube;
        _tried = tried;
        All = cube.Space.Cardinality is null ? null : new SpaceEnumeration(cube.Space.Parameters);
    }

    /// <summary>All configs of the space; <see langword="null"/> when a parameter is continuous.</summary>
    public SpaceEnumeration? All { get; }

    /// <summary>Whether a walk has found every config of the space tried or forbidden. Once so, always so.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Writes an untried config that the constraints allow, from a random place on, so that the last ones of a large space do not come in
    /// order.</summary>
    /// <returns>Whether one was found.</returns>
    public bool TryFind(ref RandomStream random, Span<double> vector)
    {
        if (All is null || IsExhausted)
        {
            return false;
        }

        // In a part that is longer than what was tried there is an untried config, if not always an allowed one.
        BigInteger looks = All.Count <= LargestWalk ? All.Count : BigInteger.Min(All.Count, SearchSpace.MaximumDraws + _tried.Count);
        BigInteger start = Draw(All.Count, ref random);
        for (BigInteger look = 0; look < looks; look++)
        {
            All.Unrank((start + look) % All.Count, vector);
            if (!_tried.Contains(vector) && _cube.Space.FindBeyondBound(vector) is null && _cube.Space.FindViolatedConstraint(vector) is null)
            {
                return true;
            }
        }

        IsExhausted = looks == All.Count;
        return false;
    }

    private static BigInteger Draw(BigInteger count, ref RandomStream random)
        => count <= long.MaxValue ? random.NextInteger((long)count) : ((((BigInteger)random.NextUInt64()) << 64) + random.NextUInt64()) % count;
}
