namespace HyperTune;

/// <summary>
/// Marks a method of a search space that says whether a config may be tried. Every config that a strategy suggests satisfies all constraints of its space
/// and of the spaces nested in it.
/// </summary>
/// <remarks>
/// The method is static, takes the config and returns <see cref="bool"/>; its accessibility does not matter. It must depend on nothing but its
/// argument, must not throw, and should be quick, because it is called for every draw.
/// </remarks>
/// <example><c>[Constraint] private static bool FitsInMemory(TrainingConfig c) => c.Units * c.Hidden.Length &lt;= 512;</c></example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConstraintAttribute : Attribute;
