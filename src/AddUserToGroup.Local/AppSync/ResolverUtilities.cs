using System.Text.Json.Nodes;
using GraphQL;
using GraphQLParser;
using Jint;
using Jint.Native;
using Jint.Native.Json;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace AddUserToGroup.Local.AppSync;

/// <summary>
/// <c>util</c> of <c>@aws-appsync/utils</c>, as far as a resolver in front of a Lambda function needs it. A member that
/// is not here fails by name instead of reading as undefined.
/// </summary>
internal static class ResolverUtilities
{
    private const string FailByName = """
        (members) => new Proxy(members, {
          get(target, name) {
            if (Object.hasOwn(target, name)) return target[name];
            throw new TypeError(`util.${String(name)} is not available here`);
          },
        })
        """;

    public static JsValue For(Engine engine, IResolveFieldContext? field)
    {
        var members = new JsObject(engine);
        Add("error", arguments => throw Error(arguments));
        Add("unauthorized", _ => throw AppSyncError.NotAuthorized(field!));
        Add("appendError", arguments =>
        {
            var error = Error(arguments);
            error.Path = field!.ResponsePath;
            error.AddLocation(Location.FromLinearPosition(field.Document.Source, field.FieldAst.Location.Start));
            field.Errors.Add(error);
        });
        return engine.Invoke(engine.Evaluate(FailByName), members);

        void Add(string name, Action<JsValue[]> action) =>
            members.Set(name, new ClrFunction(engine, name, (_, arguments) =>
            {
                action(arguments);
                return JsValue.Undefined;
            }));

        AppSyncError Error(JsValue[] arguments) => new(
            Text(arguments.At(0)) ?? "", Text(arguments.At(1)), Node(arguments.At(2)), Node(arguments.At(3)));

        JsonNode? Node(JsValue value) =>
            new JsonSerializer(engine).Serialize(value) is JsString json ? JsonNode.Parse(json.AsString()) : null;
    }

    private static string? Text(JsValue value) =>
        value.IsNull() || value.IsUndefined() ? null : TypeConverter.ToString(value);
}
