namespace HyperTune;

/// <summary>
/// Marks a partial class, record, struct or record struct as a search space. The generator gives the type a static property
/// <c>Space</c>, its typed descriptor, and the code that draws, decodes, encodes, checks and serializes values of the type.
/// </summary>
/// <remarks>
/// Properties and positional parameters with a distribution (<see cref="UniformAttribute"/>, <see cref="LogUniformAttribute"/>,
/// <see cref="NormalAttribute"/>, <see cref="LogNormalAttribute"/>, <see cref="ChoiceAttribute"/>, <see cref="OrdinalAttribute"/>) are tuned;
/// a property whose type is itself a search space is tuned as a nested space, one with <see cref="RepeatAttribute"/> as a list; all others keep their
/// initializer. <see cref="WhenAttribute"/> makes a member conditional, <see cref="ConstraintAttribute"/> restricts the config as a whole.
/// The default point is what initializers and default arguments say; a member without one has what C# gives it (0, <see langword="false"/>, the enum's
/// zero, <see langword="null"/>) where that is among its values, else the middle of its range, else the first of its list.
/// An abstract partial record whose cases are sealed records nested in it is a conditional space: one of the cases, each with its own parameters.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SearchSpaceAttribute : Attribute;
