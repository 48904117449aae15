"""Words that show what a number or a name is."""

ACCOUNT = ("账号", "帐号", "卡号", "账户", "帐户", "开户")
PERSONS = ("负责人", "联系人", "填表人", "填报人", "经办人", "审核人", "联络人")
"""Labels of fields that hold the name of a person."""
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
SECRET = ("涉密", "秘密", "机密", "绝密", "内部资料", "不宜公开")
NOT_SECRET = ("商业秘密", "非涉密", "不涉密")
