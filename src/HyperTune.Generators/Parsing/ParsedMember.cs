using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Parsing;

/// <summary>A tuned member as declared and as read.</summary>
/// <param name="Declaration">The member as declared.</param>
/// <param name="Model">The member as read.</param>
internal readonly record struct ParsedMember(ParameterDeclaration Declaration, MemberModel Model);
